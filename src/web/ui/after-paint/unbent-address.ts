/**
 * Returns an address (path, query and fragment) whose fragment became part of its path or query on its way, as in
 * `/ikuti%23...`, put right; `undefined` where nothing is bent.
 */
export function unbentAddress(address: string): string | undefined {
  const at = address.search(/%23/i);
  return at < 0 || address.includes('#') ? undefined : `${address.slice(0, at)}#${address.slice(at + 3)}`;
}
