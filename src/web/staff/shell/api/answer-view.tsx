import type { ReactNode } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useFailureWords } from './failure-words';
import type { Read } from './use-read';

type AnswerViewProps<Data> = { answer: Read<Data>; children: (data: Data) => ReactNode };

/** Shows what was read, or a skeleton while reading, or why reading failed with a button to try again. */
export function AnswerView<Data>({ answer, children }: AnswerViewProps<Data>) {
  const { data, failure } = answer;
  return (
    <>
      {failure !== undefined && <Failed failure={failure} again={answer.again} />}
      {data === undefined ? failure === undefined && <Skeleton rows={3} /> : children(data)}
    </>
  );
}

function Failed({ failure, again }: { failure: unknown; again: () => void }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" isLive>
      <p>{words}</p>
      <Button variant="secondary" icon="refresh" onClick={again}>
        {t('staff.unreachable.retry')}
      </Button>
    </Notice>
  );
}
