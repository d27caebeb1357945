import type { PhoneStore } from '../store/engine/phone-store';
import { watchWaitingCount } from '../store/engine/watch';

/** Calls back when there is reason to try again; returns what stops it. */
export type WakeSignal = (wake: () => void) => () => void;

/** A new command waits to be sent, from this tab or another. */
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
      // A store that cannot be read is said on screen by whoever shows it.
      () => {},
    );
  };
}

/** The connection came back, or the page is looked at again. Says nothing where there is no page. */
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

/** Any of these signals. */
export function anySignal(...signals: readonly WakeSignal[]): WakeSignal {
  return (wake) => {
    const stops = signals.map((signal) => signal(wake));
    return () => {
      for (const stop of stops) stop();
    };
  };
}
