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
    /** `date` gives and takes ISO text (`2026-12-01`), empty while incomplete. */
    type?: 'text' | 'tel' | 'search' | 'date' | undefined;
    /** Seen before the answer, such as "+62"; say it in the label or hint too. */
    prefix?: ReactNode;
  };

/**
 * One line of text.
 * Criteria: its label is always seen (never a placeholder); hint and error are read with it; the phone shows the right
 * keyboard (`inputMode`) and offers what it knows (`autoComplete`); numbers are text, as NIK and phone begin with 0.
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
