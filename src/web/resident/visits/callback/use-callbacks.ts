import type { Callback } from '../../../../offline/store/callback';
import { watchCallbacks } from '../../../../offline/store/watch-callbacks';
import { usePhone } from '../../shell/phone-context';
import { useWatched, type Watched } from '../../shell/use-watched';

/** The calls asked for on this phone, the last first, as they change. */
export function useCallbacks(): Watched<readonly Callback[]> {
  const { store } = usePhone();
  return useWatched<readonly Callback[]>(
    (onValue, onError) => watchCallbacks(store, onValue, onError),
    [store],
  );
}
