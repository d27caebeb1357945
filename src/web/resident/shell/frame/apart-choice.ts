const KEY = 'mpp-apart-read';
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, the press counts until the app is closed. */
let isRead = false;

/**
 * Whether this is the app on the home screen of an iPhone or iPad, whose storage is apart from Safari's, and
 * nobody has read so yet. Only Safari has `navigator.standalone`; elsewhere an installed app shares the
 * browser's storage.
 */
export function isApartUnread(): boolean {
  if (!('standalone' in navigator) || navigator.standalone !== true || isRead) return false;
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}

/** Calls `onChange` when it has been read. */
export function watchApart(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** Does not say it again on this phone. */
export function keepApartRead(): void {
  isRead = true;
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // As said above.
  }
  for (const tell of listeners) tell();
}
