import type { PhoneStore } from '../../../../offline/store/engine/phone-store';
import { useLatePhone } from './phone-context';
import type { Watched } from './use-watched';
import { useWatched } from './use-watched';

type Watch = typeof import('../../../../offline/store/engine/watch');
type Subscribe<T> = (
  watch: Watch,
  store: PhoneStore,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
) => () => void;

/** Does what `useWatched` does, for pages drawn before the phone's code arrives; no value until then. */
export function useLateWatched<T>(subscribe: Subscribe<T>): Watched<T> {
  const phone = useLatePhone();
  return useWatched<T>(
    (onValue, onError) => {
      let isOver = false;
      let stop: (() => void) | undefined;
      if (phone) {
        import('../../../../offline/store/engine/watch').then((watch) => {
          if (!isOver) stop = subscribe(watch, phone.store, onValue, onError);
        }, onError);
      }
      return () => {
        isOver = true;
        stop?.();
      };
    },
    [phone],
  );
}
