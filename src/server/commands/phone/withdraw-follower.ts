import type { WithdrawFollower } from '../../../contract/commands';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { tellRequester } from '../../db/phone/followers';

/**
 * Ends a follower's access to a visit and forgets their name. The follower's phone learns it with its next
 * sync.
 */
export async function withdrawFollower(
  write: CityWrite,
  deviceHash: string,
  { bookingId, followerId }: WithdrawFollower,
): Promise<ResidentResult> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  if (booking.role !== 'requester') return refuse('booking-not-yours', { pointer: '/bookingId' });
  const { tx, context, nextChange, nowMs } = write;
  const withdrawn = await tx
    .updateTable('booking_devices')
    .set({ withdrawn_at: nowMs, follower_name: null, change_number: nextChange() })
    .where('city', '=', context.city.code)
    .where('booking_id', '=', bookingId)
    .where('role', '=', 'follower')
    .where('follower_id', '=', followerId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows > 0n) await tellRequester(write, bookingId);
  return DONE;
}
