import { useState } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { useSetUp } from './set-up-context';

/** Discards the whole draft after a confirmation. */
export function DropDraft() {
  const { t } = useWords();
  const { replaceDraft } = useSetUp();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setIsAsking(true)}>
        {t('set-up.drop')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={t('set-up.drop.ask')}
        actions={
          <>
            <Button variant="danger" onClick={() => replaceDraft(undefined)}>
              {t('set-up.drop.yes')}
            </Button>
            <Button variant="secondary" onClick={close}>
              {t('set-up.drop.no')}
            </Button>
          </>
        }
      >
        {t('set-up.drop.text')}
      </Dialog>
    </>
  );
}
