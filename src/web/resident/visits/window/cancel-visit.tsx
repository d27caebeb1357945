import { useState } from 'react';
import { queueCancel } from '../../../../offline/store/visit/queue-change';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { useCarried } from '../../../ui/carry-over/use-carried';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { TextArea } from '../../../ui/text-area/text-area';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from '../visit/use-phone-action';

/** The limit in contract/commands.ts. */
const MAX_REASON_CHARS = 500;

/** Asks for confirmation before cancelling; the reason is optional. */
export function CancelVisit({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useCarried(`cancel:${visit.id}`, '');
  const cancel = async () => {
    await queueCancel(store, visit.id, reason, now());
    setIsOpen(false);
    void sync.syncNow();
  };
  return (
    <>
      <Button variant="quiet" icon="close" onClick={() => setIsOpen(true)}>
        {t('visits.cancel.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('visits.cancel.title')}
        actions={
          <>
            <Button variant="danger" busy={isBusy} onClick={() => void run(cancel)}>
              {t('visits.cancel.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              {t('visits.cancel.no')}
            </Button>
          </>
        }
      >
        <p>{t('visits.cancel.text')}</p>
        {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
        <TextArea
          id="cancel-reason"
          label={t('visits.cancel.reason')}
          isOptional
          rows={2}
          maxLength={MAX_REASON_CHARS}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </>
  );
}
