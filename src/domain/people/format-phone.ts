/** Area codes of two digits; every other area code has three. */
const SHORT_AREA_CODE = /^(?:21|22|24|31|61)/;

/**
 * Formats an E.164 number as people in Indonesia write it: `0812-3456-7890`, `0725-41234`. Returns any other
 * text unchanged.
 */
export function formatPhone(phone: string): string {
  if (!/^\+62[2-9][0-9]{6,11}$/.test(phone)) return phone;
  const national = phone.slice(3);
  if (!national.startsWith('8')) {
    const codeLength = SHORT_AREA_CODE.test(national) ? 2 : 3;
    return `0${national.slice(0, codeLength)}-${national.slice(codeLength)}`;
  }
  const parts = [national.slice(0, 3), national.slice(3, 7), national.slice(7)];
  return `0${parts.filter((part) => part !== '').join('-')}`;
}
