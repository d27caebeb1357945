import { useState } from 'react';
import type { FieldError } from '../../../ui/error-summary/error-summary';
import { ApiFailure, type FailureCode } from './api';
import { useFailureCodeWords } from './failure-words';

/**
 * The id of the field that a problem belongs to; `null` when the form itself shows it. Any other problem
 * belongs to the whole form.
 */
export type FieldOfProblem = Partial<Record<FailureCode, string | null>>;

/** The state of a form: its errors, what went wrong, and whether it is being sent. */
export type Submit = {
  readonly isSending: boolean;
  /** A new array for each press, as `ErrorSummary` requires. */
  readonly errors: readonly FieldError[];
  readonly trouble: string | undefined;
  readonly errorOf: (fieldId: string) => string | undefined;
  /**
   * Sends when `found` is empty. Returns the code of what went wrong, or undefined on success. A second press
   * while sending does nothing.
   */
  readonly send: (
    found: readonly FieldError[],
    call: () => Promise<void>,
  ) => Promise<FailureCode | 'not-sent' | undefined>;
};

/** Sends a form, and shows a refusal at the field that caused it. Never changes what was typed. */
export function useSubmit(fieldOf: FieldOfProblem): Submit {
  const wordsOf = useFailureCodeWords();
  const [isSending, setIsSending] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [trouble, setTrouble] = useState<string>();

  const send: Submit['send'] = async (found, call) => {
    if (isSending) return 'not-sent';
    setErrors(found);
    setTrouble(undefined);
    if (found.length > 0) return 'not-sent';
    setIsSending(true);
    try {
      await call();
      return undefined;
    } catch (failure) {
      const code = failure instanceof ApiFailure ? failure.code : 'answer-not-valid';
      const wait = failure instanceof ApiFailure ? failure.retryAfterSeconds : undefined;
      const fieldId = fieldOf[code];
      if (fieldId === undefined) setTrouble(wordsOf(code, wait));
      else if (fieldId !== null) setErrors([{ fieldId, message: wordsOf(code) }]);
      return code;
    } finally {
      setIsSending(false);
    }
  };
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;
  return { isSending, errors, trouble, errorOf, send };
}
