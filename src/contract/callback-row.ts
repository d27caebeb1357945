import * as v from 'valibot';
import { CALLBACK_STATES } from '../domain/people/callback';
import { callbackId, instant } from './scalars';

/** A call that a phone asked for, as the server knows it; name and number stay where they were typed. */
export const callbackRow = v.object({
  id: callbackId,
  state: v.picklist(CALLBACK_STATES),
  /** Goes up with every change; the phone keeps the row with the highest. */
  revision: v.pipe(v.number(), v.integer()),
  /** When the desk calls at the latest, by the city's opening hours. */
  promisedBy: instant,
  changedAt: instant,
});

export type CallbackRow = v.InferOutput<typeof callbackRow>;
