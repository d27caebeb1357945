/**
 * Returns the path of a request as the router reads it: without its query, and with `%61` as `a`. What asks
 * whether a path is of the API must ask it of this one, else `/%61pi/sync` would be answered as a page.
 */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether the router would look for this URL among the routes of the API. */
export function isApiUrl(url: string): boolean {
  const path = pathOf(url);
  return path === '/api' || path.startsWith('/api/');
}
