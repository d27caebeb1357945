import type { CommandId } from '../../../contract/scalars';
import type { CommandResult } from '../../../contract/sync';
import { type ResidentProblem, statusOf } from '../../../domain/problem';

/** Why a command is refused; `pointer` is the place in the command, a JSON pointer (RFC 6901). */
export type Refusal = { readonly problem: ResidentProblem; readonly pointer?: string };

/** What a command comes to: nothing to say where it was done. */
export type Outcome = Refusal | undefined;

export function resultOf(id: CommandId, outcome: Outcome): CommandResult {
  if (outcome === undefined) return { id, outcome: 'done' };
  const { problem, pointer } = outcome;
  return {
    id,
    outcome: 'refused',
    problem: {
      type: `urn:mpp-mobile:problem:${problem}`,
      title: titleOf(problem),
      status: statusOf(problem),
      code: problem,
      ...(pointer === undefined ? {} : { pointer }),
    },
  };
}

/** `window-full`: `Window full`. For who reads the answers; residents read the app's own words. */
function titleOf(problem: ResidentProblem): string {
  const words = problem.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
