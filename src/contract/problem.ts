import * as v from 'valibot';
import { PROBLEMS, type Problem, type ResidentProblem, STAFF_PROBLEMS, statusOf } from '../domain/problem';
import type { Refused } from '../domain/result';

const residentCodes = Object.keys(PROBLEMS).filter((code): code is ResidentProblem => code in PROBLEMS);
const codes: readonly Problem[] = [
  ...residentCodes,
  ...Object.keys(STAFF_PROBLEMS).filter(
    (code): code is keyof typeof STAFF_PROBLEMS => code in STAFF_PROBLEMS,
  ),
];

const details = {
  type: v.string(),
  title: v.string(),
  status: v.number(),
  /** Where in the request the fault is, as a JSON pointer (RFC 6901), when it is in one place. */
  pointer: v.optional(v.string()),
  retryAfterSeconds: v.optional(v.number()),
  /** For `photo-gap`: the bytes that the server holds, counted from the start; the next part starts there. */
  received: v.optional(v.number()),
};

/** A code of a newer server is read as a refusal of which nothing more is known. */
const UNKNOWN = 'problem-unknown';

/** RFC 9457 problem details. `code` is our own extension; `type` is `urn:mpp-mobile:problem:<code>`. */
export const problemDetails = v.object({
  ...details,
  code: v.fallback(v.picklist(residentCodes), UNKNOWN),
});

/** The same for the staff app, with its codes as well. */
export const staffProblemDetails = v.object({
  ...details,
  code: v.fallback(v.picklist(codes), UNKNOWN),
});

export type ProblemDetails = v.InferOutput<typeof problemDetails>;
export type StaffProblemDetails = v.InferOutput<typeof staffProblemDetails>;

/** Builds the body of a refusal, the same for a whole response and for a command's result. */
export function problemDetailsOf<P extends Problem>({
  ok,
  problem,
  ...place
}: Refused<P>): StaffProblemDetails & { readonly code: P } {
  return {
    type: `urn:mpp-mobile:problem:${problem}`,
    title: titleOf(problem),
    status: statusOf(problem),
    code: problem,
    ...place,
  };
}

/** `window-full` becomes `Window full`: short and English, for whoever reads a log; the apps have their own texts. */
function titleOf(problem: Problem): string {
  const words = problem.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
