import './password-field.css';
import { useState } from 'react';
import { useWords } from '../../copy/words';
import type { FieldWords } from '../field/field';
import { describeField, Field } from '../field/field';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';

type PasswordFieldProps = FieldWords & {
  value: string;
  onChange: (value: string) => void;
  /** Tells the password manager whether to fill in a password or to make one. */
  autoComplete: 'current-password' | 'new-password';
  /** `numeric` for a PIN, which shows the keyboard of digits. */
  inputMode?: 'numeric' | undefined;
};

/**
 * A field for a password or PIN.
 * Criteria: hidden at first; one press shows it and another hides it, and a screen reader announces each;
 * pasting and password managers work; nothing corrects or capitalises the text.
 */
export function PasswordField({ value, onChange, autoComplete, inputMode, ...words }: PasswordFieldProps) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field {...words}>
      <input
        className="field__input"
        id={words.id}
        name={words.id}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        inputMode={inputMode}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describeField(words)}
        aria-invalid={words.error ? true : undefined}
      />
      <button
        className="password-field__show"
        type="button"
        aria-controls={words.id}
        onClick={() => setIsShown(!isShown)}
      >
        {t(isShown ? 'ui.password.hide' : 'ui.password.show')}
        <VisuallyHidden> {t('ui.password.what')}</VisuallyHidden>
      </button>
      <VisuallyHidden>
        <span role="status">{isShown ? t('ui.password.isShown') : ''}</span>
      </VisuallyHidden>
    </Field>
  );
}
