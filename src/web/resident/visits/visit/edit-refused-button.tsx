import { useNavigate } from 'react-router-dom';
import { editRefused } from '../../../../offline/store/visit/edit-refused';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from './use-phone-action';

/** Opens a refused request again with everything that was typed. */
export function EditRefusedButton({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store } = usePhone();
  const navigate = useNavigate();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const edit = async () => {
    const draft = await editRefused(store, visit.id);
    await navigate(`/ajukan/${draft.id}/periksa`);
  };
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      <Button icon="edit" busy={isBusy} onClick={() => void run(edit)}>
        {t('visits.refused.edit')}
      </Button>
    </>
  );
}
