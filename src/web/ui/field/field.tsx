import './field.css';
import { type ReactNode, useContext } from 'react';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { FieldAside, type TypedField } from './field-aside';

/** The words around every input. */
export type FieldWords = {
  /** Id of the input itself, to which the error summary links. */
  id: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** What is wrong and how to correct it; undefined without an error. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
};

/** Returns the ids of an input's hint and error, for `aria-describedby`. */
export function describeField({ id, hint, error }: FieldWords): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** "(boleh dikosongkan)" after a label. */
export function OptionalMark() {
  const { t } = useWords();
  return <span className="field__optional"> {t('ui.optional')}</span>;
}

/** Shows hint and error of one field, in the order in which a screen reader says them. */
export function FieldNotes({ id, hint, error }: Pick<FieldWords, 'id' | 'hint' | 'error'>) {
  const { t } = useWords();
  return (
    <>
      {hint && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="problem" isInline />
          <VisuallyHidden>{t('ui.error')} </VisuallyHidden>
          {error}
        </p>
      )}
    </>
  );
}

/**
 * Draws label, notes and frame around one text input. `typed` is for a field whose value may also come from
 * its aside.
 */
export function Field({
  children,
  typed,
  ...words
}: FieldWords & { typed?: TypedField | undefined; children: ReactNode }) {
  const { id, label, error, isOptional } = words;
  const aside = useContext(FieldAside);
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {isOptional === true && <OptionalMark />}
      </label>
      <FieldNotes {...words} />
      <div className="field__box">{children}</div>
      {typed && aside?.(typed)}
    </div>
  );
}
