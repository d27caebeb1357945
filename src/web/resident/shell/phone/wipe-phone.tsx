import { useState } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { useWipe } from './use-wipe';

/** "Hapus dari HP ini": says what is deleted and what stays, and warns of what was never sent. */
export function WipePhone() {
  const { t } = useWords();
  const { wipe, unsent, isWiping, hasFailed } = useWipe();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card title={t('settings.wipe.title')}>
      <p>{t('settings.wipe.text')}</p>
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('settings.wipe.failed')}
        </Notice>
      )}
      <Button variant="secondary" icon="trash" onClick={() => setIsAsking(true)}>
        {t('settings.wipe.ask')}
      </Button>
      <Dialog
        isOpen={isAsking && !hasFailed}
        onClose={() => setIsAsking(false)}
        title={t('settings.wipe.dialog')}
        actions={
          <>
            <Button variant="danger" icon="trash" busy={isWiping} onClick={() => void wipe()}>
              {t('settings.wipe.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
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
