import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Visit } from '../../../../offline/store/visit/visit';
import { withdrawBooking } from '../../../../offline/store/visit/withdraw-booking';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from '../visit/use-phone-action';

/**
 * Withdraws a request that waits to be sent: it becomes a draft again, or its cancellation is sent after it
 * when it may have arrived.
 */
export function WithdrawVisit({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const navigate = useNavigate();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [isOpen, setIsOpen] = useState(false);
  const withdraw = async () => {
    const became = await withdrawBooking(store, visit.id, now());
    setIsOpen(false);
    if (became === 'draft') await navigate(`/ajukan/${visit.id}/periksa`, { replace: true });
    else void sync.syncNow();
  };
  return (
    <>
      <Button variant="secondary" icon="edit" onClick={() => setIsOpen(true)}>
        {t('visits.withdraw.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('visits.withdraw.title')}
        actions={
          <>
            <Button busy={isBusy} onClick={() => void run(withdraw)}>
              {t('visits.withdraw.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsOpen(false)}>
              {t('visits.withdraw.no')}
            </Button>
          </>
        }
      >
        <p>{t('visits.withdraw.text')}</p>
        <p>{t('visits.withdraw.late')}</p>
        {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      </Dialog>
    </>
  );
}
