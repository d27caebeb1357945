import type { ComponentProps } from 'react';
import type { FieldWords } from '../field/field';
import { describeField, Field } from '../field/field';

type TextAreaProps = FieldWords &
  Pick<ComponentProps<'textarea'>, 'autoComplete' | 'maxLength' | 'onBlur' | 'name' | 'ref' | 'rows'> & {
    value: string;
    onChange: (value: string) => void;
  };

/**
 * A field for several lines of text. Criteria: those of TextField; can be resized by hand; Enter starts a new
 * line.
 */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, error, isOptional, value, onChange, rows = 4, ...rest } = props;
  const words = { id, label, hint, error, isOptional };
  return (
    <Field {...words} typed={props}>
      <textarea
        {...rest}
        className="field__input"
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describeField(words)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
