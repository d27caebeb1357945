import * as v from 'valibot';
import { PROBLEMS, type Problem, type ResidentProblem, STAFF_PROBLEMS } from '../domain/problem';

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
  /** Where in the request, as a JSON pointer (RFC 6901), when one place is to blame. */
  pointer: v.optional(v.string()),
  retryAfterSeconds: v.optional(v.number()),
  /** Of `photo-gap`: the bytes held, from the first on; the next part starts there. */
  received: v.optional(v.number()),
};

/** RFC 9457 problem details. `code` is ours; `type` is `urn:mpp-mobile:problem:<code>`. */
export const problemDetails = v.strictObject({ ...details, code: v.picklist(residentCodes) });

/** The same, as the staff app may be answered. */
export const staffProblemDetails = v.strictObject({ ...details, code: v.picklist(codes) });

export type ProblemDetails = v.InferOutput<typeof problemDetails>;
export type StaffProblemDetails = v.InferOutput<typeof staffProblemDetails>;
