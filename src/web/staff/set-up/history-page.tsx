import { useWords } from '../../copy/words';
import { HistoryList } from './history-list';
import { SetUpPage } from './section-page';
import { useSetUp } from './set-up-context';

/** Who changed the configuration, when and why. */
export function HistoryPage() {
  const { t } = useWords();
  const { file } = useSetUp();
  return (
    <SetUpPage title={t('set-up.history')} lead={t('set-up.history.lead')}>
      {file.history.length === 0 ? <p>{t('set-up.history.none')}</p> : <HistoryList lines={file.history} />}
    </SetUpPage>
  );
}
