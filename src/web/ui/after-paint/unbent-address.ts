/**
 * Returns a repaired address (path, query and fragment) whose fragment had become part of its path or query
 * in transit, as in `/ikuti%23...`; `undefined` where nothing needs repair.
 */
export function unbentAddress(address: string): string | undefined {
  const at = address.search(/%23/i);
  return at < 0 || address.includes('#') ? undefined : `${address.slice(0, at)}#${address.slice(at + 3)}`;
}
