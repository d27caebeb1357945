import { useState } from 'react';
import { signedIn } from '../../../contract/staff/auth';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { ApiFailure, callApi } from '../shell/api';
import { useProblemWords } from '../shell/failure-words';
import { useSession } from '../shell/staff-context';

export const NAME_FIELD = 'sign-in-name';
export const PASSWORD_FIELD = 'sign-in-password';
export const CODE_FIELD = 'sign-in-code';

const CODE = /^\d{6}$/;

/** The answers of the sign-in and what became of them. What is typed stays until the server let the person in. */
export function useSignIn(firstName: string) {
  const { t } = useWords();
  const { session } = useSession();
  const wordsOf = useProblemWords();
  const [name, setName] = useState(firstName);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [isSending, setIsSending] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [trouble, setTrouble] = useState<string>();

  const findEmpty = (): FieldError[] => {
    if (step === 'code') {
      return CODE.test(digitsOf(code))
        ? []
        : [{ fieldId: CODE_FIELD, message: t('staff.signIn.code.wrong') }];
    }
    return [
      ...(name.trim() === '' ? [{ fieldId: NAME_FIELD, message: t('staff.signIn.name.empty') }] : []),
      ...(password === '' ? [{ fieldId: PASSWORD_FIELD, message: t('staff.signIn.password.empty') }] : []),
    ];
  };

  const take = (failure: unknown) => {
    const problem = failure instanceof ApiFailure ? failure.code : 'answer-not-valid';
    const message = wordsOf(problem);
    if (problem === 'totp-needed') setStep('code');
    else if (problem === 'totp-not-valid') setErrors([{ fieldId: CODE_FIELD, message }]);
    else if (problem === 'sign-in-not-valid' || problem === 'request-not-valid') {
      // Said of both at once: which of them is wrong is nobody's business but the owner's.
      setStep('password');
      setErrors([{ fieldId: NAME_FIELD, message: wordsOf('sign-in-not-valid') }]);
    } else setTrouble(message);
  };

  const send = async (): Promise<void> => {
    if (isSending) return;
    const found = findEmpty();
    setErrors(found);
    setTrouble(undefined);
    if (found.length > 0) return;
    setIsSending(true);
    try {
      const body = {
        signInName: name.trim(),
        password,
        ...(step === 'code' ? { code: digitsOf(code) } : {}),
      };
      session.enter(await callApi('POST', '/api/staff/sign-in', signedIn, { body }));
    } catch (failure) {
      take(failure);
    } finally {
      setIsSending(false);
    }
  };

  return {
    ...{ name, setName, password, setPassword, code, setCode, step, isSending, errors, trouble, send },
    errorOf: (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message,
  };
}

/** Authenticators show `123 456`; it may be typed so. */
function digitsOf(code: string): string {
  return code.replaceAll(/\s/g, '');
}
