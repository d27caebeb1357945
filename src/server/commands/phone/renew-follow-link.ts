import type { RenewFollowLink } from '../../../contract/commands';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import type { Outcome } from '../run/refusal';

/** Takes another follow token for a visit. The old one lets nobody in any more; who follows already stays. */
export async function renewFollowLink(
  write: CityWrite,
  deviceHash: string,
  { bookingId, followHash }: RenewFollowLink,
): Promise<Outcome> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return { problem: 'booking-not-found', pointer: '/bookingId' };
  if (booking.role !== 'requester') return { problem: 'booking-not-yours', pointer: '/bookingId' };
  const { tx, context } = write;
  if (booking.erased_at !== null) return { problem: 'booking-state-forbids' };
  const city = context.city.code;
  const namesake = await tx
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', city)
    .where('follow_hash', '=', followHash)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== bookingId) {
    return { problem: 'request-not-valid', pointer: '/followHash' };
  }
  await tx
    .updateTable('bookings')
    .set({ follow_hash: followHash })
    .where('city', '=', city)
    .where('id', '=', bookingId)
    .execute();
  return undefined;
}
