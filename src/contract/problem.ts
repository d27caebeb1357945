import * as v from 'valibot';
import { PROBLEMS, type Problem } from '../domain/problem';

const codes = Object.keys(PROBLEMS).filter((code): code is Problem => code in PROBLEMS);

/** RFC 9457 problem details. `code` is ours; `type` is `urn:mpp-mobile:problem:<code>`. */
export const problemDetails = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(codes),
  /** Where in the request, as a JSON pointer (RFC 6901), when one place is to blame. */
  pointer: v.optional(v.string()),
  retryAfterSeconds: v.optional(v.number()),
});

export type ProblemDetails = v.InferOutput<typeof problemDetails>;
