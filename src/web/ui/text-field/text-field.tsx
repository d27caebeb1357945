import type { ComponentProps, ReactNode } from 'react';
import type { FieldWords } from '../field/field';
import { describeField, Field } from '../field/field';

type TextFieldProps = FieldWords &
  Pick<
    ComponentProps<'input'>,
    | 'inputMode'
    | 'autoComplete'
    | 'autoCapitalize'
    | 'spellCheck'
    | 'maxLength'
    | 'enterKeyHint'
    | 'onBlur'
    | 'onKeyDown'
    | 'name'
    | 'ref'
  > & {
    value: string;
    onChange: (value: string) => void;
    /** `date` reads and writes ISO text (`2026-12-01`), empty while incomplete. */
    type?: 'text' | 'tel' | 'search' | 'date' | undefined;
    /** Shown before the answer, such as "+62"; label or hint must say it too. */
    prefix?: ReactNode;
  };

/**
 * A field for one line of text.
 * Criteria: its label is always visible (never a placeholder); a screen reader says hint and error with it;
 * the phone shows the right keyboard (`inputMode`) and offers what it knows (`autoComplete`); numbers are
 * text, because NIK and phone number can begin with 0.
 */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, isOptional, value, onChange, type = 'text', prefix, ...rest } = props;
  const words = { id, label, hint, error, isOptional };
  return (
    <Field {...words} typed={props}>
      {prefix && (
        <span className="field__prefix" aria-hidden="true">
          {prefix}
        </span>
      )}
      <input
        {...rest}
        className="field__input"
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describeField(words)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
