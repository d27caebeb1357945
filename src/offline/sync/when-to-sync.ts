import type { PhoneStore } from '../store/engine/phone-store';
import { watchWaitingCount } from '../store/engine/watch';

/** Calls back when there is reason to try again; returns the function that stops it. */
export type WakeSignal = (wake: () => void) => () => void;

/** Wakes the sender when a new command waits to be sent, from this tab or another. */
export function onNewCommand(store: PhoneStore): WakeSignal {
  return (wake) => {
    let last = 0;
    return watchWaitingCount(
      store,
      (count) => {
        const isMore = count > last;
        last = count;
        if (isMore) wake();
      },
      // Whatever shows the store also reports that it cannot be read.
      () => {},
    );
  };
}

/**
 * Wakes the sender when the connection comes back or the page becomes visible again. Does nothing where there
 * is no page.
 */
export const onPageSignals: WakeSignal = (wake) => {
  const page = globalThis.document as Document | undefined;
  const wakeWhenVisible = () => {
    if (page?.visibilityState === 'visible') wake();
  };
  globalThis.addEventListener?.('online', wake);
  page?.addEventListener('visibilitychange', wakeWhenVisible);
  return () => {
    globalThis.removeEventListener?.('online', wake);
    page?.removeEventListener('visibilitychange', wakeWhenVisible);
  };
};

/** Combines several signals into one. */
export function anySignal(...signals: readonly WakeSignal[]): WakeSignal {
  return (wake) => {
    const stops = signals.map((signal) => signal(wake));
    return () => {
      for (const stop of stops) stop();
    };
  };
}
