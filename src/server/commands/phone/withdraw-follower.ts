import type { WithdrawFollower } from '../../../contract/commands';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { tellRequester } from '../../db/phone/followers';
import type { Outcome } from '../run/refusal';

/** Lets a phone see a visit no longer, and forgets her name. Her phone is told by its next sync. */
export async function withdrawFollower(
  write: CityWrite,
  deviceHash: string,
  { bookingId, followerId }: WithdrawFollower,
): Promise<Outcome> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return { problem: 'booking-not-found', pointer: '/bookingId' };
  if (booking.role !== 'requester') return { problem: 'booking-not-yours', pointer: '/bookingId' };
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
  return undefined;
}
