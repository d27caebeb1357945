import type { ChangeRequest } from '../../../contract/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import { readStoredRequest } from '../../db/booking/stored-request';
import type { CityWrite } from '../../db/engine/write-city';
import { rewriteRequest } from './rewrite-request';

/**
 * Changes what the requester asked for. A refused change leaves request and date as they were. What the desk
 * accepted was another request: it looks at this one again.
 */
export async function changeRequest(
  write: CityWrite,
  deviceHash: string,
  { bookingId, revision, request, date }: ChangeRequest,
): Promise<ResidentResult> {
  const { context, nowMs } = write;
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  const { state, scheduled, role: actor } = booking;
  const { settings } = context.city;
  const move = judgeTransition({ state, scheduled, action: 'change-request', actor, nowMs, settings });
  if (!move.ok) return move;
  const stored = await readStoredRequest(write, bookingId);
  if ((stored.desk_changed_revision ?? 0) > revision)
    return refuse('request-changed', { pointer: '/revision' });
  return rewriteRequest(write, stored, { change: request, date, by: 'requester', isAccepted: false });
}
