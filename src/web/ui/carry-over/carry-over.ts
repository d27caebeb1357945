/** Where answers lie between leaving a page and loading it again: in this tab alone, and erased when read. */
const KEY = 'mpp-carried';
/** More than any form holds; what is longer is not carried. */
const MAX_CHARS = 200_000;

/** Answers that no store has, as JSON values; `undefined` while there are none. */
type Carrier = () => unknown;

const carriers = new Map<string, Carrier>();
const found = new Map<string, unknown>();
let reasons = 0;

/**
 * Takes over what the page before a reload left, and erases it from the browser's storage. Call once, when
 * the app starts. Each app has its own `owner`.
 */
export function startCarrying(owner: string): void {
  const key = `${KEY}-${owner}`;
  for (const [name, value] of read(key)) found.set(name, value);
  const erase = () => erased(key);
  erase();
  window.addEventListener('pagehide', () => write(key));
  window.addEventListener('pageshow', erase);
  // A phone may end a hidden page without a word.
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? write(key) : erase(),
  );
}

/** Names answers that a reload would lose, for as long as a form is open. */
export function carry(name: string, carrier: Carrier): () => void {
  carriers.set(name, carrier);
  return () => {
    if (carriers.get(name) === carrier) carriers.delete(name);
  };
}

/** Returns what was left under this name, once. */
export function takeCarried(name: string): unknown {
  const value = found.get(name);
  found.delete(name);
  return value;
}

/** Keeps in memory what a form held when it closed and no store has; `takeCarried` returns it. */
export function leaveCarried(name: string, value: unknown): void {
  found.set(name, value);
}

/** Forgets everything that was left. */
export function forgetCarried(): void {
  found.clear();
}

/**
 * From now on, leaving the page keeps the answers: the phone's store has failed. Call the returned function
 * when it works again.
 */
export function beginCarrying(): () => void {
  reasons += 1;
  return () => {
    reasons -= 1;
  };
}

function write(key: string): void {
  if (reasons === 0 && found.size === 0) return;
  const all = new Map(found);
  if (reasons > 0) for (const [name, carrier] of carriers) all.set(name, carrier());
  const kept = [...all].filter(([, value]) => value !== undefined);
  const text = JSON.stringify(Object.fromEntries(kept));
  if (kept.length === 0 || text.length > MAX_CHARS) return;
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing at all: the page has said so.
  }
}

function read(key: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

function erased(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
