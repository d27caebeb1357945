import type { ResidentProblem } from '../../../../domain/problem';
import { useWords } from '../../../copy/words';

/** What happened and what to do, for one failure of the catalogue. */
export function useProblemWords(code: ResidentProblem): string {
  const { t } = useWords();
  return t(`problem.${code}`);
}
