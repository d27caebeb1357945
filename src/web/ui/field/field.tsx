import './field.css';
import { type ReactNode, useContext } from 'react';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { FieldAside, type TypedField } from './field-aside';

/** What every question has around its answer. */
export type FieldWords = {
  /** Of the input itself; the error summary links to it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** What is wrong and how to put it right; undefined when nothing is. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
};

/** Ids of the hint and the error that stand beside an input, for `aria-describedby`. */
export function describeField({ id, hint, error }: FieldWords): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** "(boleh dikosongkan)" after a label. */
export function OptionalMark() {
  const { t } = useWords();
  return <span className="field__optional"> {t('ui.optional')}</span>;
}

/** Hint and error of one field, in the order they are read aloud. */
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

/** Label, notes and frame around one input of text; `typed` where what stands in it may come another way too. */
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
