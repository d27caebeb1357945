import type { StreamEnd } from './read-events';
import type { WakeSignal } from './when-to-sync';

/**
 * A stream that the server ended is reopened soon, at spread times, so that its phones do not all come back
 * at once.
 */
const RECONNECT_MS = 2_000;
/** Where streams fail, the phone polls instead. */
const POLL_MS = 60_000;
/** With each failure in a row, one more poll precedes the next stream, up to this many. */
const MAX_POLLS_BETWEEN = 5;

export type ListenParts = {
  /** Reports whether to listen, now and whenever that changes. */
  readonly watchWanted: (onWanted: (isWanted: boolean) => void) => () => void;
  /** Listens until the stream ends. Never rejects. */
  readonly listen: (signal: AbortSignal, onChange: () => void) => Promise<StreamEnd>;
  /** Returns a number from 0 to below 1. */
  readonly random?: () => number;
};

/**
 * Wakes the sender when the server reports a change, or each minute where the server cannot report changes.
 */
export function keepListening({ watchWanted, listen, random = Math.random }: ListenParts): WakeSignal {
  const spread = (ms: number) => ms * (0.75 + random() / 2);

  async function run(signal: AbortSignal, wake: () => void): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const end = await listen(signal, wake);
      if (end === 'ended') {
        failures = 0;
        await pause(spread(RECONNECT_MS), signal);
        continue;
      }
      failures += 1;
      const polls = Math.min(failures, MAX_POLLS_BETWEEN);
      for (let poll = 0; poll < polls && !signal.aborted; poll += 1) {
        await pause(spread(POLL_MS), signal);
        if (!signal.aborted) wake();
      }
    }
  }

  return (wake) => {
    let running: AbortController | undefined;
    const stopWatching = watchWanted((isWanted) => {
      if (isWanted === (running !== undefined)) return;
      running?.abort();
      running = isWanted ? new AbortController() : undefined;
      if (running !== undefined) void run(running.signal, wake);
    });
    return () => {
      stopWatching();
      running?.abort();
      running = undefined;
    };
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
