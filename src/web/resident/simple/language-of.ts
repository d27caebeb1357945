/**
 * Other codes that phones use for the app's languages: ISO 639-2, and the codes of ISO 639 before 1989, which
 * Android kept.
 */
const SAME: Readonly<Record<string, string>> = { ind: 'id', in: 'id', jav: 'jv', jw: 'jv', eng: 'en' };

/**
 * Returns the language of a voice's tag as this app names it: `id-ID` (BCP 47), `id_ID`, `ind-IDN` and
 * `in_ID` are all `id`.
 */
export function languageOf(tag: string): string {
  const code = tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return SAME[code] ?? code;
}
