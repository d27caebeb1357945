import type { Problem, ResidentProblem } from './problem';

/** Why something is not done, and what helps whoever asked for it. */
export type Refused<P extends string = Problem> = {
  readonly ok: false;
  readonly problem: P;
  /** The place of the fault in what was sent, as a JSON pointer (RFC 6901). */
  readonly pointer?: string;
  /** After how many seconds it makes sense to ask again. */
  readonly retryAfterSeconds?: number;
  /** For `photo-gap`: how many bytes the server holds, counted from the start. */
  readonly received?: number;
};

/**
 * What every write, and every rule that judges one thing, comes to: done, with the fields of `T` beside `ok`; or
 * refused. Only a form's check differs: it returns a list of all faults at once.
 */
export type Result<T = unknown, P extends string = Problem> = ({ readonly ok: true } & T) | Refused<P>;

/** A result that a resident's phone may receive: it never names a problem of the staff's. */
export type ResidentResult<T = unknown> = Result<T, ResidentProblem>;

/** A write that has nothing to tell but that it is done. */
export const DONE = { ok: true } as const;

export function refuse<P extends string>(
  problem: P,
  place: Omit<Refused, 'ok' | 'problem'> = {},
): Refused<P> {
  return { ok: false, problem, ...place };
}
