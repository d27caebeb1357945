import type { EraseBooking } from '../../../contract/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { eraseBookingData as erase } from '../../steps/booking/erase-booking-data';

/**
 * Erases the personal data of a booking that is over, at its requester's wish. A repetition changes nothing.
 */
export async function eraseBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId }: EraseBooking,
): Promise<ResidentResult> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  const { state, role: actor } = booking;
  const { settings } = write.context.city;
  const move = judgeTransition({ state, action: 'erase', actor, nowMs: write.nowMs, settings });
  if (!move.ok) return move;
  await erase(write, bookingId, { to: move.state, actor: 'requester' });
  return DONE;
}
