import { startTransition, useEffect, useRef, useState } from 'react';
import { ApiFailure, type FailureCode } from './api';

/** What a page shows of the server: `data` stays while it is read again, and may be replaced by a later answer. */
export type Read<Data> = {
  readonly data?: Data;
  /** Why the last question had no answer; it is asked again by itself where time alone can mend it. */
  readonly failure?: unknown;
  readonly again: () => void;
  readonly set: (data: Data) => void;
};

/** What passes without anybody doing anything. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'no-network',
  'no-answer',
  'server-busy',
  'server-failed',
  'rate-limited',
]);

const RETRY_MIN_MS = 2_000;
const RETRY_MAX_MS = 30_000;

/**
 * Milliseconds after which a failed question is asked again, doubled by each failure in a row and never sooner than the
 * server said; undefined for what would only fail again.
 */
export function readAgainAfter(failure: unknown, failuresInARow: number): number | undefined {
  if (!(failure instanceof ApiFailure) || !PASSING.has(failure.code)) return undefined;
  const own = Math.min(RETRY_MIN_MS * 2 ** (failuresInARow - 1), RETRY_MAX_MS);
  return Math.max(own, (failure.retryAfterSeconds ?? 0) * 1_000);
}

type State<Data> = { readonly key: string; readonly data?: Data; readonly failure?: unknown };

/**
 * Reads from the server, anew whenever `key` or `tick` changes, on `again`, and by itself after a failure that passes.
 * `read` may be written in place. An answer that comes after a newer question is left aside; what was read for another
 * key is not shown for this one.
 */
export function useRead<Data>(key: string, read: () => Promise<Data>, tick: string | number = 0): Read<Data> {
  const [state, setState] = useState<State<Data>>({ key });
  const [asked, setAsked] = useState(0);
  const failures = useRef(0);
  const reader = useRef(read);
  reader.current = read;
  useEffect(() => {
    // Each value of these is a question of its own.
    let isNewest = tick !== undefined && asked >= 0;
    let timer: number | undefined;
    const ask = () => {
      reader.current().then(
        (data) => {
          if (!isNewest) return;
          failures.current = 0;
          // A long list is drawn bit by bit, and a press meanwhile is answered first.
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
  }, [key, tick, asked]);
  return {
    ...(state.key === key ? state : {}),
    again: () => setAsked((before) => before + 1),
    set: (data) => setState({ key, data }),
  };
}
