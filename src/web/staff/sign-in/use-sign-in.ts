import { useState } from 'react';
import { signedIn } from '../../../contract/staff/auth';
import { joinedDigits } from '../../../domain/people/plain-digits';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { callApi } from '../shell/api/api';
import { useSubmit } from '../shell/api/use-submit';
import { useSession } from '../shell/session/staff-context';

export const NAME_FIELD = 'sign-in-name';
export const PASSWORD_FIELD = 'sign-in-password';
export const CODE_FIELD = 'sign-in-code';

const CODE = /^\d{6}$/;

/** Holds the answers of the sign-in and sends them. What is typed stays until the server accepts it. */
export function useSignIn(firstName: string) {
  const { t } = useWords();
  const { session } = useSession();
  const [name, setName] = useState(firstName);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<'password' | 'code'>('password');
  // Shown at the name alone: saying which of the two is wrong would tell it to anyone who tries.
  const form = useSubmit({
    'sign-in-not-valid': NAME_FIELD,
    'totp-not-valid': CODE_FIELD,
    'totp-needed': null,
  });

  const findErrors = (): FieldError[] => {
    if (step === 'code') {
      return CODE.test(joinedDigits(code)) ? [] : [{ fieldId: CODE_FIELD, message: t('staff.code.wrong') }];
    }
    return [
      ...(name.trim() === '' ? [{ fieldId: NAME_FIELD, message: t('staff.signIn.name.empty') }] : []),
      ...(password === '' ? [{ fieldId: PASSWORD_FIELD, message: t('staff.signIn.password.empty') }] : []),
    ];
  };

  const send = async (): Promise<void> => {
    const problem = await form.send(findErrors(), async () => {
      const body = {
        signInName: name.trim(),
        password,
        ...(step === 'code' ? { code: joinedDigits(code) } : {}),
      };
      session.enter(await callApi('POST', '/api/staff/sign-in', signedIn, { body }));
    });
    if (problem === 'totp-needed') setStep('code');
    if (problem === 'sign-in-not-valid') setStep('password');
  };

  return { ...form, name, setName, password, setPassword, code, setCode, step, send };
}
