import * as v from 'valibot';
import { callbackId, cursor, instant } from '../scalars';

/** A resident who asked for a callback and has not been called yet. */
export const openCallback = v.object({
  id: callbackId,
  name: v.string(),
  phone: v.string(),
  note: v.optional(v.string()),
  askedAt: instant,
  promisedBy: instant,
  /** The promised time has passed. */
  isLate: v.boolean(),
  /** The calls that nobody answered, and when the last of them was made. */
  tries: v.number(),
  triedAt: v.optional(instant),
});

/** Response of `GET /api/staff/callbacks`: whom to call. Reading it writes an audit entry. */
export const openCallbacks = v.object({ callbacks: v.array(openCallback), cursor });

export type OpenCallback = v.InferOutput<typeof openCallback>;
export type OpenCallbacks = v.InferOutput<typeof openCallbacks>;
