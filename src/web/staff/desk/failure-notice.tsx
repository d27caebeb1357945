import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';
import { useFailureWords } from '../shell/failure-words';

/** Why something could not be read or sent, and what to do. */
export function FailureNotice({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('desk.failed')} isLive>
      {words}
    </Notice>
  );
}
