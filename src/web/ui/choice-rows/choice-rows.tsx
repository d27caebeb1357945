import './choice-rows.css';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { FieldWords } from '../field/field';
import { describeField, FieldNotes, OptionalMark } from '../field/field';
import { Icon } from '../icon/icon';
import { keepWhole } from '../whole-words/whole-words';
import type { Choice } from './choice';
import { MoreChoices, useChoicePages } from './choice-pages';
import { useSteady } from './use-steady';

/** `label` is the legend; it may hold a `PageHeading` when the question is the page's title. */
type RowsWords<Value extends string> = FieldWords & { choices: readonly Choice<Value>[] };

type RowProps = Choice<string> & {
  kind: 'radio' | 'checkbox';
  inputId: string;
  name: string;
  isChosen: boolean;
  onToggle: (value: string, isChosen: boolean) => void;
};

/**
 * Redrawn only when it changed: on a slow phone, drawing a whole list takes longer than the answer to a key
 * may.
 */
const ChoiceRow = memo(function ChoiceRow(props: RowProps) {
  const { kind, inputId, name, value, label, hint, icon, isChosen, onToggle } = props;
  const hintId = `${inputId}-words`;
  return (
    <label className="choice" htmlFor={inputId}>
      <input
        className="choice__input"
        type={kind}
        id={inputId}
        name={name}
        value={value}
        checked={isChosen}
        onChange={(event) => onToggle(value, event.target.checked)}
        aria-labelledby={`${hintId}-label`}
        aria-describedby={hint ? hintId : undefined}
      />
      <span className="choice__words">
        <span className="choice__label" id={`${hintId}-label`}>
          {keepWhole(label)}
        </span>
        {hint && (
          <span className="choice__hint" id={hintId}>
            {keepWhole(hint)}
          </span>
        )}
      </span>
      {icon && <Icon name={icon} />}
    </label>
  );
});

/** Gives the first input the field's own id, because the error summary focuses the first row. */
function rowId(fieldId: string, index: number): string {
  return index === 0 ? fieldId : `${fieldId}-${index}`;
}

type ChoiceGroupProps = FieldWords & { children: ReactNode; after: ReactNode };

function ChoiceGroup({ children, after, ...words }: ChoiceGroupProps) {
  const { label, error, isOptional } = words;
  return (
    <fieldset className={error ? 'choices field--wrong' : 'choices'} aria-describedby={describeField(words)}>
      <legend className="choices__legend">
        {keepWhole(label)}
        {isOptional === true && <OptionalMark />}
      </legend>
      <FieldNotes {...words} />
      <div className="choices__rows">{children}</div>
      {after}
    </fieldset>
  );
}

type RadioRowsProps<Value extends string> = RowsWords<Value> & {
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/**
 * Chooses one of several, each a full-width row.
 * Criteria: the whole row is the target; arrow keys move as in any radio group; the chosen row shows by
 * shape, not by colour alone; a screen reader says the hint of a row after its name; nothing is preselected.
 */
export function RadioRows<Value extends string>({
  choices,
  value,
  onChange,
  ...words
}: RadioRowsProps<Value>) {
  const choose = useSteady((chosen: string) => {
    const choice = choices.find((candidate) => candidate.value === chosen);
    if (choice !== undefined) onChange(choice.value);
  });
  const pages = useChoicePages(choices, (candidate) => candidate === value);
  return (
    <ChoiceGroup {...words} after={<MoreChoices pages={pages} total={choices.length} />}>
      {pages.shown.map((choice, index) => (
        <ChoiceRow
          {...choice}
          key={choice.value}
          kind="radio"
          inputId={rowId(words.id, index)}
          name={words.id}
          isChosen={choice.value === value}
          onToggle={choose}
        />
      ))}
    </ChoiceGroup>
  );
}

type CheckRowsProps<Value extends string> = RowsWords<Value> & {
  values: readonly Value[];
  /** All chosen values, in the order of `choices`. */
  onChange: (values: Value[]) => void;
};

/** Chooses any number of several. Criteria: those of RadioRows; each row is separate, and Space ticks it. */
export function CheckRows<Value extends string>({
  choices,
  values,
  onChange,
  ...words
}: CheckRowsProps<Value>) {
  const toggle = useSteady((toggled: string, isChosen: boolean) => {
    const all = choices.map((choice) => choice.value);
    onChange(all.filter((value) => (value === toggled ? isChosen : values.includes(value))));
  });
  const pages = useChoicePages(choices, (candidate) => values.includes(candidate));
  return (
    <ChoiceGroup {...words} after={<MoreChoices pages={pages} total={choices.length} />}>
      {pages.shown.map((choice, index) => (
        <ChoiceRow
          {...choice}
          key={choice.value}
          kind="checkbox"
          inputId={rowId(words.id, index)}
          name={words.id}
          isChosen={values.includes(choice.value)}
          onToggle={toggle}
        />
      ))}
    </ChoiceGroup>
  );
}
