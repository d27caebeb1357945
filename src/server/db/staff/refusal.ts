import type { Problem } from '../../../domain/problem';

/** Why a write on staff was not made. */
export type StaffRefusal = {
  readonly outcome: 'refused';
  readonly problem: Problem;
  readonly pointer?: string;
  readonly retryAfterSeconds?: number;
};

export function refuse(
  problem: Problem,
  place: Omit<StaffRefusal, 'outcome' | 'problem'> = {},
): StaffRefusal {
  return { outcome: 'refused', problem, ...place };
}
