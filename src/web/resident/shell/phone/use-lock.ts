import type { LockState } from '../../../../offline/store/pin/watch-lock';
import { useLatePhone } from './phone-context';
import { useWatched } from './use-watched';

/**
 * Whether a PIN locks this phone for this page; `undefined` until known. A store that cannot be read counts
 * as unlocked, because it has its own message. The code comes with the phone's.
 */
export function useLock(): LockState | undefined {
  const store = useLatePhone()?.store;
  const { value, error } = useWatched<LockState>(
    (onValue, onError) => {
      let isOver = false;
      let stop: (() => void) | undefined;
      if (store) {
        import('../../../../offline/store/pin/watch-lock').then(({ watchLock }) => {
          if (!isOver) stop = watchLock(store, onValue, onError);
        }, onError);
      }
      return () => {
        isOver = true;
        stop?.();
      };
    },
    [store],
  );
  return value ?? (error === undefined ? undefined : { hasPin: false, isLocked: false });
}
