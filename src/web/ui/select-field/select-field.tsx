import type { FieldWords } from '../field/field';
import { describeField, Field } from '../field/field';

type SelectFieldProps<Value extends string> = FieldWords & {
  choices: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/**
 * Chooses one of several in little space, for the desk's filters; residents choose from rows instead.
 * Criteria: the browser's own select, so that keyboard, phone and screen reader work as usual.
 */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { choices, value, onChange, ...words } = props;
  return (
    <Field {...words}>
      <select
        className="field__input"
        id={words.id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        aria-describedby={describeField(words)}
        aria-invalid={words.error ? true : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
