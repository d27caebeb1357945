import { PROBLEMS, type ResidentProblem, type StaffProblem } from '../../../../domain/problem';
import { useWords } from '../../../copy/words';
import { ApiFailure, type FailureCode } from './api';

type OwnFailure = Exclude<FailureCode, ResidentProblem>;

/**
 * The codes whose words differ from those for a resident's phone, which keeps and repeats what it could not
 * send.
 */
const OWN_WORDS = [
  'not-found',
  'photo-missing',
  'rate-limited',
  'request-not-valid',
  'server-busy',
  'server-failed',
  'version-not-supported',
] as const satisfies readonly ResidentProblem[];

const MINUTE_S = 60;

/**
 * Returns a function from a failure code to its words: what happened and what to do, and after how long where
 * the server said so.
 */
export function useFailureCodeWords(): (code: FailureCode, retryAfterSeconds?: number) => string {
  const { t } = useWords();
  return (code, retryAfterSeconds) => {
    if (code === 'rate-limited' && retryAfterSeconds !== undefined) {
      const minutes = Math.ceil(retryAfterSeconds / MINUTE_S);
      return retryAfterSeconds < MINUTE_S
        ? t('staff-problem.rate-limited.moment')
        : t('staff-problem.rate-limited.minutes', { minutes });
    }
    const own = OWN_WORDS.find((one) => one === code);
    if (own !== undefined) return t(`staff-problem.${own}`);
    return isResident(code)
      ? t(`problem.${code}`)
      : t(`staff-problem.${code satisfies OwnFailure | StaffProblem}`);
  };
}

/** Returns the words of anything that a call threw. */
export function useFailureWords(failure: unknown): string {
  const words = useFailureCodeWords();
  return words(failure instanceof ApiFailure ? failure.code : 'answer-not-valid');
}

function isResident(code: FailureCode): code is ResidentProblem {
  return code in PROBLEMS;
}
