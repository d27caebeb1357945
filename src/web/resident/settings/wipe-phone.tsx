import { useState } from 'react';
import { watchWaitingCount } from '../../../offline/store/watch';
import { watchUnsentPhotos } from '../../../offline/store/watch-photos';
import { wipePhone } from '../../../offline/store/wipe-phone';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Notice } from '../../ui/notice/notice';
import { usePhone } from '../shell/phone-context';
import { useWatched } from '../shell/use-watched';

/** "Hapus dari HP ini": says what goes and what stays, and warns of what was never sent. */
export function WipePhone() {
  const { t } = useWords();
  const { store, sync } = usePhone();
  const [isAsking, setIsAsking] = useState(false);
  const [isWiping, setIsWiping] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { value: commands = 0 } = useWatched<number>(
    (onValue, onError) => watchWaitingCount(store, onValue, onError),
    [store],
  );
  const { value: photos = 0 } = useWatched<number>(
    (onValue, onError) => watchUnsentPhotos(store, onValue, onError),
    [store],
  );
  const unsent = commands + photos;
  const wipe = async () => {
    setIsWiping(true);
    sync.stop();
    try {
      await wipePhone(store);
      // Anew from the start, so that nothing of it stays in memory either.
      location.assign('/');
    } catch {
      setIsWiping(false);
      setIsAsking(false);
      setHasFailed(true);
      sync.start();
    }
  };
  return (
    <Card title={t('settings.wipe.title')}>
      <p>{t('settings.wipe.text')}</p>
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('settings.wipe.failed')}
        </Notice>
      )}
      <Button look="secondary" icon="trash" onClick={() => setIsAsking(true)}>
        {t('settings.wipe.ask')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('settings.wipe.dialog')}
        actions={
          <>
            <Button look="danger" icon="trash" busy={isWiping} onClick={() => void wipe()}>
              {t('settings.wipe.yes')}
            </Button>
            <Button look="secondary" onClick={() => setIsAsking(false)}>
              {t('settings.wipe.no')}
            </Button>
          </>
        }
      >
        <p>{t('settings.wipe.stays')}</p>
        {unsent > 0 && <Notice kind="warning">{t('settings.wipe.unsent', { count: unsent })}</Notice>}
      </Dialog>
    </Card>
  );
}
