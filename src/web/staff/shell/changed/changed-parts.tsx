import type { HistoryLine } from '../../../../contract/staff/run-sheet';
import { CHANGED_PARTS } from '../../../../domain/booking/request-change';
import { useWords } from '../../../copy/words';
import { usePartWords } from './use-part-words';

/** Lists what a change of a request made of what. A part that this app does not know is left out. */
export function ChangedParts({ parts }: { parts: NonNullable<HistoryLine['parts']> }) {
  const { t } = useWords();
  const wordsOf = usePartWords();
  const known = parts.flatMap(({ part, from, to }) => {
    const one = CHANGED_PARTS.find((candidate) => candidate === part);
    return one === undefined ? [] : [{ part: one, from: wordsOf(one, from), to: wordsOf(one, to) }];
  });
  return (
    <ul className="history__parts">
      {known.map(({ part, from, to }) => (
        <li key={part}>{t('staff.change.part', { part: t(`staff.part.${part}`), from, to })}</li>
      ))}
    </ul>
  );
}
