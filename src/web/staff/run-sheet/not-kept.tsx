import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';
import type { CommandFailure } from './use-crew-command';

/** Says why a command was not kept: this phone could not, or another window kept a different one. */
export function NotKept({ failure }: { failure: CommandFailure | undefined }) {
  const { t } = useWords();
  if (failure === undefined) return null;
  return (
    <Notice kind={failure === 'other' ? 'warning' : 'problem'} isLive>
      {t(failure === 'other' ? 'run-sheet.otherWindow' : 'run-sheet.notKept')}
    </Notice>
  );
}
