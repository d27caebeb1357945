import type { CancelBooking } from '../../../contract/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import { freeSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { seal } from '../../db/secret/seal';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';

/** Cancels a booking and gives its minutes to the first booking that waits for them. */
export async function cancelBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId, reason }: CancelBooking,
): Promise<ResidentResult> {
  const { context, nowMs } = write;
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  const { state, scheduled, role: actor } = booking;
  const { settings } = context.city;
  const move = judgeTransition({ state, scheduled, action: 'cancel', actor, nowMs, settings });
  if (!move.ok) return move;
  const cancel_reason = reason === undefined ? null : seal(context, `${bookingId}/reason`, reason);
  await applyTransition(write, booking, {
    to: move.state,
    actor,
    action: 'cancel',
    set: { cancelled_by: 'requester', cancel_reason },
  });
  const freed = await freeSlot(write, bookingId);
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}
