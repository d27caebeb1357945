import type { Problem, ResidentProblem } from './problem';

/** Why something was refused, with what helps the caller. */
export type Refused<P extends string = Problem> = {
  readonly ok: false;
  readonly problem: P;
  /** Where in the request the fault is, as a JSON pointer (RFC 6901). */
  readonly pointer?: string;
  /** After how many seconds it makes sense to ask again. */
  readonly retryAfterSeconds?: number;
  /** For `photo-gap`: how many bytes the server holds, counted from the start. */
  readonly received?: number;
};

/**
 * The result of every write, and of every rule that judges one thing: done, with the fields of `T` beside
 * `ok`, or refused. Only a form's check differs: it returns a list of all faults at once.
 */
export type Result<T = unknown, P extends string = Problem> = ({ readonly ok: true } & T) | Refused<P>;

/** A result that a resident's phone may receive: it never names a problem of the staff app. */
export type ResidentResult<T = unknown> = Result<T, ResidentProblem>;

/** The result of a write that only reports success. */
export const DONE = { ok: true } as const;

export function refuse<P extends string>(
  problem: P,
  place: Omit<Refused, 'ok' | 'problem'> = {},
): Refused<P> {
  return { ok: false, problem, ...place };
}
