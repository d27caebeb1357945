import * as v from 'valibot';
import { CALLBACK_STATES } from '../domain/people/callback';
import { callbackId, instant } from './scalars';

/** A callback that a phone asked for, as the server knows it; name and number stay on that phone. */
export const callbackRow = v.object({
  id: callbackId,
  state: v.picklist(CALLBACK_STATES),
  /** Increases with every change; the phone keeps the row with the highest revision. */
  revision: v.pipe(v.number(), v.integer()),
  /** When the desk calls at the latest, according to the city's opening hours. */
  promisedBy: instant,
  changedAt: instant,
});

export type CallbackRow = v.InferOutput<typeof callbackRow>;
