import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiFailure, countPutBacks, type FailureCode, watchPutBacks } from './api';

/**
 * What a page shows from the server. `data` stays while it is read again; `set` replaces it with a later
 * answer.
 */
export type Read<Data> = {
  readonly data?: Data;
  /** Why the last read failed. The read is repeated automatically where time alone can help. */
  readonly failure?: unknown;
  readonly again: () => void;
  readonly set: (data: Data) => void;
};

/** The failures that pass on their own. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'no-network',
  'no-answer',
  'slow-network',
  'server-busy',
  'server-failed',
  'rate-limited',
]);

const RETRY_MIN_MS = 2_000;
const RETRY_MAX_MS = 30_000;
const SPREAD_MAX_MS = 300_000;

/**
 * Returns after how many milliseconds to repeat a failed read, doubled by each failure in a row and never
 * sooner than the server said; undefined for a failure that would only repeat. Up to as long again is added at
 * random: the pages of an office fail together and would come back together.
 */
export function readAgainAfter(
  failure: unknown,
  failuresInARow: number,
  random: () => number = Math.random,
): number | undefined {
  if (!(failure instanceof ApiFailure) || !PASSING.has(failure.code)) return undefined;
  const own = Math.min(RETRY_MIN_MS * 2 ** (failuresInARow - 1), RETRY_MAX_MS);
  const least = Math.max(own, (failure.retryAfterSeconds ?? 0) * 1_000);
  return Math.round(least + random() * Math.min(least, SPREAD_MAX_MS));
}

type State<Data> = { readonly key: string; readonly data?: Data; readonly failure?: unknown };

/**
 * Reads from the server, and again whenever `key` or `tick` changes, on `again`, and after a failure that
 * passes. `read` may be an inline function. An answer to an older read is dropped, and data of another key is
 * never shown. Reads again, too, from a server whose database was put back to a backup.
 */
export function useRead<Data>(key: string, read: () => Promise<Data>, tick: string | number = 0): Read<Data> {
  const [state, setState] = useState<State<Data>>({ key });
  const [asked, setAsked] = useState(0);
  const putBacks = useSyncExternalStore(watchPutBacks, countPutBacks);
  const failures = useRef(0);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    // Depends on `tick`, `asked` and `putBacks`, so that each value of them runs the effect again.
    let isNewest = tick !== undefined && asked >= 0 && putBacks >= 0;
    let timer: number | undefined;
    const ask = () => {
      reader.current().then(
        (data) => {
          if (!isNewest) return;
          failures.current = 0;
          // A transition draws a long list in small parts, so that a press in between is answered first.
          startTransition(() => setState({ key, data }));
        },
        (failure: unknown) => {
          if (!isNewest) return;
          failures.current += 1;
          setState((before) => ({ ...(before.key === key ? before : {}), key, failure }));
          const afterMs = readAgainAfter(failure, failures.current);
          if (afterMs !== undefined) timer = window.setTimeout(ask, afterMs);
        },
      );
    };
    ask();
    return () => {
      isNewest = false;
      window.clearTimeout(timer);
    };
  }, [key, tick, asked, putBacks]);
  return {
    ...(state.key === key ? state : {}),
    again: () => setAsked((before) => before + 1),
    set: (data) => setState({ key, data }),
  };
}
