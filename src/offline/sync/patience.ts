/** What a request is given where nothing is known of the network. */
const USUAL_MS = 10_000;
/** Whoever has not answered by then is not there. Shorter than the sender's lease. */
export const LONGEST_MS = 60_000;
/** An answer may take this many times as long as the last one. */
const ROOM = 3;

/**
 * How long this page waits for an answer. On a network where each answer takes 12 s, a fixed limit of 10 s
 * would throw away every one of them: the time doubles with each answer that does not come, up to 60 s, and
 * follows how long answers take.
 */
export type Patience = {
  /** Milliseconds that a request may take; `atLeastMs` is for what is long by its size. */
  readonly allow: (atLeastMs?: number) => number;
  /** Records an answer, and how long it took. */
  readonly noteAnswer: (tookMs: number) => void;
  /**
   * Records that no answer came within so many milliseconds. Returns `slow` while a longer wait may bring
   * one, else `offline`.
   */
  readonly noteTimeout: (waitedMs: number) => 'slow' | 'offline';
};

/** `first`: what the first request is given, milliseconds. */
export function createPatience(first = USUAL_MS): Patience {
  let allowed = first;
  return {
    allow: (atLeastMs = 0) => Math.max(allowed, Math.min(LONGEST_MS, atLeastMs)),
    noteAnswer: (tookMs) => {
      allowed = Math.min(LONGEST_MS, Math.max(first, tookMs * ROOM));
    },
    noteTimeout: (waitedMs) => {
      allowed = Math.max(allowed, Math.min(LONGEST_MS, waitedMs * 2));
      return waitedMs < LONGEST_MS ? 'slow' : 'offline';
    },
  };
}

/**
 * All requests of a page share one network, and so one patience. Nobody waits for a service worker, which the
 * browser starts anew for each try: it has all the time from the first.
 */
export const pagePatience = createPatience('ServiceWorkerGlobalScope' in globalThis ? LONGEST_MS : USUAL_MS);
