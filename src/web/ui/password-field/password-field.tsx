import './password-field.css';
import { useState } from 'react';
import { useWords } from '../../copy/words';
import type { FieldWords } from '../field/field';
import { describeField, Field } from '../field/field';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';

type PasswordFieldProps = FieldWords & {
  value: string;
  onChange: (value: string) => void;
  /** Tells the browser's store of passwords whether to fill one in or to make one. */
  autoComplete: 'current-password' | 'new-password';
  /** For a PIN: the keyboard of digits. */
  inputMode?: 'numeric' | undefined;
};

/**
 * A secret that only its owner should see.
 * Criteria: hidden at first, shown by a press and hidden by another, said aloud each time; pasting and the browser's own
 * store of passwords work; nothing corrects or capitalises what is typed.
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
