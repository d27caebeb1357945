import { useSyncExternalStore } from 'react';
import type { Visit } from '../../../offline/store/visit';
import { watchVisits } from '../../../offline/store/watch';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import {
  acceptInstallOffer,
  hasInstallOffer,
  putOffInstall,
  watchInstallOffer,
} from '../shell/install-offer';
import { usePhone } from '../shell/phone-context';
import { useWatched } from '../shell/use-watched';

/** Offers to put the app on the home screen, once there is a visit to come back for. */
export function InstallCard() {
  const { t } = useWords();
  const { store } = usePhone();
  const hasOffer = useSyncExternalStore(watchInstallOffer, hasInstallOffer, () => false);
  const { value: visits = [] } = useWatched<readonly Visit[]>(
    (onValue, onError) => watchVisits(store, onValue, onError),
    [store],
  );
  if (!hasOffer || visits.length === 0) return null;
  return (
    <Card title={t('home.install.title')}>
      <p>{t('home.install.text')}</p>
      <Button look="secondary" icon="download" onClick={acceptInstallOffer}>
        {t('home.install.yes')}
      </Button>
      <Button look="quiet" onClick={putOffInstall}>
        {t('home.install.no')}
      </Button>
    </Card>
  );
}
