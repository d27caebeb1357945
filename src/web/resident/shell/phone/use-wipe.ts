import { useState } from 'react';
import { watchWaitingCount } from '../../../../offline/store/engine/watch';
import { wipePhone } from '../../../../offline/store/engine/wipe-phone';
import { watchUnsentPhotos } from '../../../../offline/store/photo/watch-photos';
import { forgetCarried } from '../../../ui/carry-over/carry-over';
import { keepVoiceConsent } from '../simple/voice-consent';
import { usePhone } from './phone-context';
import { useWatched } from './use-watched';

/**
 * Deletes everything on this phone and restarts the app. `unsent`: how many requests and photos the server
 * does not have.
 */
export function useWipe() {
  const { store, sync } = usePhone();
  const [state, setState] = useState<'rest' | 'wiping' | 'failed'>('rest');
  const { value: commands = 0 } = useWatched<number>(
    (onValue, onError) => watchWaitingCount(store, onValue, onError),
    [store],
  );
  const { value: photos = 0 } = useWatched<number>(
    (onValue, onError) => watchUnsentPhotos(store, onValue, onError),
    [store],
  );
  const wipe = async () => {
    setState('wiping');
    sync.stop();
    try {
      await wipePhone(store);
      keepVoiceConsent(false);
      forgetCarried();
      // Reloads the app, so that nothing stays in memory either.
      location.assign('/');
    } catch {
      setState('failed');
      sync.start();
    }
  };
  return { wipe, unsent: commands + photos, isWiping: state === 'wiping', hasFailed: state === 'failed' };
}
