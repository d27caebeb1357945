/**
 * Also read by the script at the end of the prerendered pages (src/build/finish-pages.ts), before the first
 * drawing.
 */
export const MODE_KEY = 'mpp-mode';

const listeners = new Set<() => void>();
/** Without storage, the choice holds until the app is closed. */
let unkept: boolean | undefined;

/** Whether this phone shows simple mode: larger text and targets, less on a page. */
export function isSimpleMode(): boolean {
  if (unkept !== undefined) return unkept;
  try {
    return localStorage.getItem(MODE_KEY) === 'simple';
  } catch {
    return false;
  }
}

/** Applies the sizes of the mode to the page. */
export function showMode(): void {
  if (isSimpleMode()) document.documentElement.dataset.mode = 'simple';
  else delete document.documentElement.dataset.mode;
}

/** Keeps the choice and shows it at once. */
export function chooseMode(isSimple: boolean): void {
  try {
    if (isSimple) localStorage.setItem(MODE_KEY, 'simple');
    else localStorage.removeItem(MODE_KEY);
    unkept = undefined;
  } catch {
    unkept = isSimple;
  }
  showMode();
  for (const tell of listeners) tell();
}

/** Calls `onChange` whenever the choice changes. */
export function watchMode(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
