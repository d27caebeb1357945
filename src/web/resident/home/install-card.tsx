import { useSyncExternalStore } from 'react';
import type { Visit } from '../../../offline/store/visit/visit';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import {
  acceptInstallOffer,
  hasInstallOffer,
  putOffInstall,
  watchInstallOffer,
} from '../shell/frame/install-offer';
import { useLateWatched } from '../shell/phone/use-late-watched';

/** Offers to put the app on the home screen once the resident has a visit to come back for. */
export function InstallCard() {
  const { t } = useWords();
  const hasOffer = useSyncExternalStore(watchInstallOffer, hasInstallOffer, () => false);
  const { value: visits = [] } = useLateWatched<readonly Visit[]>(
    ({ watchVisits }, store, onValue, onError) => watchVisits(store, onValue, onError),
  );
  if (!hasOffer || visits.length === 0) return null;
  return (
    <Card title={t('home.install.title')}>
      <p>{t('home.install.text')}</p>
      <Button variant="secondary" icon="download" onClick={acceptInstallOffer}>
        {t('home.install.yes')}
      </Button>
      <Button variant="quiet" onClick={putOffInstall}>
        {t('home.install.no')}
      </Button>
    </Card>
  );
}
