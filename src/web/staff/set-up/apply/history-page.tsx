import { useWords } from '../../../copy/words';
import { SetUpPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { ConfigHistory } from './config-history';

/** Shows who changed the configuration, when and why. */
export function HistoryPage() {
  const { t } = useWords();
  const { file } = useSetUp();
  return (
    <SetUpPage title={t('set-up.history')} lead={t('set-up.history.lead')}>
      {file.history.length === 0 ? <p>{t('set-up.history.none')}</p> : <ConfigHistory lines={file.history} />}
    </SetUpPage>
  );
}
