import { useNavigate } from 'react-router-dom';
import { startFollowUp } from '../../../../offline/store/draft/start-follow-up';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from './use-phone-action';

/** Starts the request for the next visit with everything that this phone still knows. */
export function FollowUpButton({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const navigate = useNavigate();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const begin = async () => {
    const draft = await startFollowUp(store, visit, now());
    await navigate(`/ajukan/${draft.id}/periksa`);
  };
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      <Button icon="plus" busy={isBusy} onClick={() => void run(begin)}>
        {t('visits.followUp.begin')}
      </Button>
    </>
  );
}
