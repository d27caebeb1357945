import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';
import type { FailureCode } from '../shell/api/api';
import { useFailureCodeWords } from '../shell/api/failure-words';
import { FailureNotice } from './failure-notice';
import type { CommandState } from './use-command';

/** Says why a decision was refused or failed; draws nothing otherwise. */
export function CommandNotice({ state }: { state: CommandState }) {
  if (state.state === 'failed') return <FailureNotice failure={state.failure} />;
  if (state.state === 'refused') return <Refused problem={state.problem} />;
  return null;
}

function Refused({ problem }: { problem: FailureCode }) {
  const { t } = useWords();
  const words = useFailureCodeWords();
  return (
    <Notice kind="warning" title={t('desk.refused')} isLive>
      {words(problem)}
    </Notice>
  );
}
