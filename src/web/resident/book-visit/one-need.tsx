import { useState } from 'react';
import { VISIT_NEEDS } from '../../../domain/people/visit-need';
import { useWords } from '../../copy/words';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import type { Question } from './use-question';

/** The needs one by one, each answered with yes or no; unanswered is no. */
export function OneNeed({ question }: { question: Question }) {
  const { t } = useWords();
  const [denied, setDenied] = useState<readonly string[]>([]);
  const { draft, change } = question.form;
  const need = VISIT_NEEDS.find((candidate) => question.shows(`need-${candidate}`));
  if (need === undefined) return null;
  const value = draft.needs.includes(need) ? 'yes' : denied.includes(need) ? 'no' : undefined;
  return (
    <RadioRows
      key={need}
      id={`need-${need}`}
      label={t(`booking.need.${need}`)}
      choices={[
        { value: 'yes', label: t('booking.yes') },
        { value: 'no', label: t('booking.no') },
      ]}
      value={value}
      onChange={(answer) => {
        setDenied([...denied.filter((other) => other !== need), ...(answer === 'no' ? [need] : [])]);
        change({
          needs: VISIT_NEEDS.filter((one) => (one === need ? answer === 'yes' : draft.needs.includes(one))),
        });
      }}
    />
  );
}
