import type { CommandId } from '../../../contract/scalars';
import type { StaffMember } from '../../../contract/staff/auth';
import type { StaffCommandResult } from '../../../contract/staff/run-sheet';
import type { BookingState } from '../../../domain/booking/state';
import { type Problem, statusOf } from '../../../domain/problem';

/** Who sends a command, and from where. */
export type StaffActor = Pick<StaffMember, 'id' | 'role' | 'unit' | 'areas'> & { readonly address: string };

/** As `Refusal` of commands/refusal, with the staff's problems. */
export type StaffRefusal = { readonly problem: Problem; readonly pointer?: string };

/** What a command of the staff comes to: nothing to say where it was done. */
export type StaffOutcome = StaffRefusal | undefined;

/** A booking nobody works on any more. */
export function isOver(state: BookingState): boolean {
  return state === 'closed' || state === 'cancelled';
}

export function staffResultOf(id: CommandId, outcome: StaffOutcome): StaffCommandResult {
  if (outcome === undefined) return { id, outcome: 'done' };
  const { problem, pointer } = outcome;
  const words = problem.replaceAll('-', ' ');
  return {
    id,
    outcome: 'refused',
    problem: {
      type: `urn:mpp-mobile:problem:${problem}`,
      title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
      status: statusOf(problem),
      code: problem,
      ...(pointer === undefined ? {} : { pointer }),
    },
  };
}
