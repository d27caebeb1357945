import type { PhoneStore } from '../../../offline/store/phone-store';
import type { Sync } from '../../../offline/sync/create-sender';

/** After the first page is drawn and can be used, so that its code does not compete with what is seen. */
const START_DELAY_MS = 1000;

/**
 * The sender, whose code is fetched only once it is needed. When that fails the phone keeps everything, and the next
 * call tries again.
 */
export function createLateSync(store: PhoneStore): Sync {
  let loading: Promise<Sync> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const load = (): Promise<Sync> => {
    loading ??= import('../../../offline/sync/create-sync').then(
      ({ createSync }) => createSync({ store }),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  const start = () => {
    load().then(
      (sync) => sync.start(),
      () => window.addEventListener('online', start, { once: true }),
    );
  };
  return {
    start: () => {
      timer = setTimeout(start, START_DELAY_MS);
    },
    stop: () => {
      clearTimeout(timer);
      window.removeEventListener('online', start);
      void loading?.then((sync) => sync.stop());
    },
    syncNow: async () => (await load()).syncNow(),
    watchState: (onState) => {
      let isOver = false;
      let stop: (() => void) | undefined;
      load().then(
        (sync) => {
          if (!isOver) stop = sync.watchState(onState);
        },
        () => onState({ isSending: false }),
      );
      return () => {
        isOver = true;
        stop?.();
      };
    },
  };
}
