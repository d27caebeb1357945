/** Whether the faults of a field are corrected on this part. A page of one part has all its fields. */
export function isOfPart(field: string, part: string, parts: readonly string[]): boolean {
  if (parts.length === 1 || field === part) return true;
  // The last part takes the faults of a field that no part shows.
  return !parts.includes(field) && part === parts[parts.length - 1];
}

/**
 * Returns the part of a form that an address names: by its id, or `akhir` for the last; otherwise the first.
 */
export function partAt(named: string | null, parts: readonly string[]): string {
  if (named === LAST_PART) return parts[parts.length - 1] ?? '';
  return parts.find((part) => part === named) ?? parts[0] ?? '';
}

/** How an address names the last part of a page, whatever its id. */
export const LAST_PART = 'akhir';
