import type { Callback } from '../../../../offline/store/callback/callback';
import { watchCallbacks } from '../../../../offline/store/callback/watch-callbacks';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched, type Watched } from '../../shell/phone/use-watched';

/** Returns the callbacks asked for on this phone, the latest first, as they change. */
export function useCallbacks(): Watched<readonly Callback[]> {
  const { store } = usePhone();
  return useWatched<readonly Callback[]>(
    (onValue, onError) => watchCallbacks(store, onValue, onError),
    [store],
  );
}
