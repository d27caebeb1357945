import { useState } from 'react';
import { VISIT_NEEDS, type VisitNeed } from '../../../domain/people/visit-need';
import { useWords } from '../../copy/words';
import { RadioRows } from '../../ui/choice-rows/choice-rows';

type OneNeedProps = {
  /** Whether a part, named `need-` and the need, stands on screen. */
  shows: (part: string) => boolean;
  needs: readonly VisitNeed[];
  onChange: (needs: readonly VisitNeed[]) => void;
};

/** The parts of a page that asks for the needs one by one. */
export const NEED_PARTS = VISIT_NEEDS.map((need) => `need-${need}`);

/** The needs one by one, each answered with yes or no; unanswered is no. */
export function OneNeed({ shows, needs, onChange }: OneNeedProps) {
  const { t } = useWords();
  const [denied, setDenied] = useState<readonly string[]>([]);
  const need = VISIT_NEEDS.find((candidate) => shows(`need-${candidate}`));
  if (need === undefined) return null;
  const value = needs.includes(need) ? 'yes' : denied.includes(need) ? 'no' : undefined;
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
        onChange(VISIT_NEEDS.filter((one) => (one === need ? answer === 'yes' : needs.includes(one))));
      }}
    />
  );
}
