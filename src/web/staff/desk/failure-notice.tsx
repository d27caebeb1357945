import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { useFailureWords } from '../shell/api/failure-words';

type FailureNoticeProps = { failure: unknown; again?: () => void };

/** Says why something could not be read or sent, and what to do. */
export function FailureNotice({ failure, again }: FailureNoticeProps) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('desk.failed')} isLive>
      <p>{words}</p>
      {again !== undefined && (
        <Button variant="secondary" icon="refresh" onClick={again}>
          {t('staff.unreachable.retry')}
        </Button>
      )}
    </Notice>
  );
}
