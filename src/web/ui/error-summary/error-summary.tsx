import './error-summary.css';
import { useEffect, useRef } from 'react';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';

/** One error; `fieldId` is the id of the input. */
export type FieldError = { readonly fieldId: string; readonly message: string };

/** Focuses a field with its label in view; a browser alone would leave the label above the screen's edge. */
function focusField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLElement)) return;
  const frame = field.closest('fieldset, .field') ?? field;
  frame.scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

/**
 * Lists all errors above everything else on the page.
 * Criteria: takes the focus for each new list of errors (callers pass a new array per press); announced at
 * once (role alert); each line moves the focus into its field; the same words stand beside the field.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="error-summary__title">
        <Icon name="problem" isInline />
        {t('ui.errorSummary.title', { count: errors.length })}
      </h2>
      <ul className="error-summary__list">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              className="error-summary__link"
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(fieldId);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
