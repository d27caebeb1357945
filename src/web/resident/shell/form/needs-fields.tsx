import { useState } from 'react';
import { VISIT_NEEDS, type VisitNeed } from '../../../../domain/people/visit-need';
import { useWords } from '../../../copy/words';
import { CheckRows, RadioRows } from '../../../ui/choice-rows/choice-rows';
import { TextArea } from '../../../ui/text-area/text-area';
import { VisuallyHidden } from '../../../ui/visually-hidden/visually-hidden';
import { useSimpleMode } from '../simple/simple-mode';

type OneNeedProps = {
  /** Whether the part `need-<need>` is on screen. */
  shows: (part: string) => boolean;
  needs: readonly VisitNeed[];
  onChange: (needs: readonly VisitNeed[]) => void;
};

type Needs = { readonly needs: readonly VisitNeed[]; readonly needsNote: string };

type NeedsFieldsProps = {
  /** The question, which a screen reader says with the choices. */
  heading: string;
  typed: Needs;
  change: (change: Partial<Needs>) => void;
  shows: (field: string) => boolean;
  errorOf: (field: string) => string | undefined;
};

/** The parts that simple mode asks one at a time. */
export const NEED_PARTS: readonly string[] = [...VISIT_NEEDS.map((need) => `need-${need}`), 'needsNote'];

/** Asks for the needs that a crew must be ready for. */
export function NeedsFields({ heading, typed, change, shows, errorOf }: NeedsFieldsProps) {
  const { t } = useWords();
  const isSimple = useSimpleMode();
  return (
    <>
      {isSimple ? (
        <OneNeed shows={shows} needs={typed.needs} onChange={(needs) => change({ needs })} />
      ) : (
        <CheckRows
          id="needs"
          label={<VisuallyHidden>{heading}</VisuallyHidden>}
          choices={VISIT_NEEDS.map((value) => ({ value, label: t(`booking.need.${value}`) }))}
          values={typed.needs}
          onChange={(needs) => change({ needs })}
        />
      )}
      {shows('needsNote') && (
        <TextArea
          id="needsNote"
          label={t('booking.needs.note')}
          hint={t('booking.needs.note.hint')}
          error={errorOf('needsNote')}
          isOptional
          value={typed.needsNote}
          onChange={(needsNote) => change({ needsNote })}
        />
      )}
    </>
  );
}

/** Asks one need at a time, answered with yes or no; an unanswered need counts as no. */
function OneNeed({ shows, needs, onChange }: OneNeedProps) {
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
