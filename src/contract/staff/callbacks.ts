import * as v from 'valibot';
import { callbackId, cursor, instant } from '../scalars';

/** Someone who asked to be called and was not yet. */
export const openCallback = v.object({
  id: callbackId,
  name: v.string(),
  phone: v.string(),
  note: v.optional(v.string()),
  askedAt: instant,
  promisedBy: instant,
  /** The promise has passed. */
  isLate: v.boolean(),
  /** Calls that nobody answered, and the last of them. */
  tries: v.number(),
  triedAt: v.optional(instant),
});

/** `GET /api/staff/callbacks`: who is to be called; seeing them is written in the audit. */
export const openCallbacks = v.object({ callbacks: v.array(openCallback), cursor });

export type OpenCallback = v.InferOutput<typeof openCallback>;
export type OpenCallbacks = v.InferOutput<typeof openCallbacks>;
