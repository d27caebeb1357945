/** Whether what is wrong with a field is put right on this part; a page of one part has all of its fields. */
export function isOfPart(field: string, part: string, parts: readonly string[]): boolean {
  if (parts.length === 1 || field === part) return true;
  // What no part has for its own is said on the last.
  return !parts.includes(field) && part === parts.at(-1);
}

/** The part of a form that an address names: by itself, `akhir` for the last, else the first. */
export function partAt(named: string | null, parts: readonly string[]): string {
  if (named === LAST_PART) return parts.at(-1) ?? '';
  return parts.find((part) => part === named) ?? parts[0] ?? '';
}

/** How an address names the last part of a page, whichever it is. */
export const LAST_PART = 'akhir';
