import type { ResidentProblem } from '../../../../domain/problem';
import { useWords } from '../../../copy/words';

/** Returns the words of one problem code: what happened and what to do. */
export function useProblemWords(code: ResidentProblem): string {
  const { t } = useWords();
  return t(`problem.${code}`);
}
