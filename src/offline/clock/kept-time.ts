/** Grants nothing and names nobody: how this phone's clock stands to the server's. */
const KEY = 'mpp-clock';

/** What earlier pages of this phone learned; both in milliseconds. */
export type KeptTime = {
  /** The server's time less that of the phone's clock. */
  readonly offsetMs: number;
  /** The server's time at its last answer: it is later than that now. */
  readonly seenMs: number;
};

/** The part of Web Storage that is used. */
export type TimeStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Returns the storage of the page's origin, which both apps share and can read before their first picture;
 * `undefined` in a service worker and where the browser allows none.
 */
export function pageStorage(): TimeStorage | undefined {
  try {
    return globalThis.localStorage as Storage | undefined;
  } catch {
    return undefined;
  }
}

/** Reads what was kept; `undefined` where there is nothing or it is not valid. */
export function readKeptTime(storage: TimeStorage | undefined): KeptTime | undefined {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('offsetMs' in kept) || !('seenMs' in kept))
      return undefined;
    const { offsetMs, seenMs } = kept;
    return Number.isFinite(offsetMs) && Number.isFinite(seenMs)
      ? { offsetMs: Number(offsetMs), seenMs: Number(seenMs) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it for the next page. Without storage each page learns it again. */
export function keepTime(storage: TimeStorage | undefined, kept: KeptTime): void {
  try {
    storage?.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage.
  }
}
