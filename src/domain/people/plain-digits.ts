/** Characters that people put between the digits of a long number: spaces, dots, hyphens and dashes. */
const SEPARATORS = /[\s.．\p{Pd}]/gu;
/** Characters that nobody sees: direction marks, joiners, variation selectors, control characters. */
const MARKS = /[\p{Cf}\p{Cc}\p{M}]/gu;
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/**
 * Returns a short number as typed or pasted (a year, an RT), with its digits as 0-9 and without invisible
 * marks or surrounding spaces. Reads full-width, Arabic and every other decimal digit of Unicode (general
 * category Nd), since a phone's keyboard may be in any language. Everything else stays, for the caller to
 * refuse.
 */
export function plainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, asciiOf).replace(MARKS, '').trim();
}

/**
 * Returns a long number (a NIK, a telephone number) in the same way, without the separators between its
 * digits.
 */
export function joinedDigits(text: string): string {
  return plainDigits(text).replace(SEPARATORS, '').replaceAll('＋', '+');
}

/**
 * Returns a digit as 0-9. The digits of one script follow each other from its zero (Unicode Standard, 4.6).
 * The mathematical digits are five rows of ten without a gap, so a digit's value is its place in the run,
 * modulo ten.
 */
function asciiOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
