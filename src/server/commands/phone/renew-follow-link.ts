import type { RenewFollowLink } from '../../../contract/commands';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';

/** Gives a visit another follow token. The old one lets nobody in any more; whoever follows already stays. */
export async function renewFollowLink(
  write: CityWrite,
  deviceHash: string,
  { bookingId, followHash }: RenewFollowLink,
): Promise<ResidentResult> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  if (booking.role !== 'requester') return refuse('booking-not-yours', { pointer: '/bookingId' });
  const { tx, context } = write;
  if (booking.erased_at !== null) return refuse('booking-state-forbids');
  const city = context.city.code;
  const namesake = await tx
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', city)
    .where('follow_hash', '=', followHash)
    .executeTakeFirst();
  if (namesake !== undefined && namesake.id !== bookingId) {
    return refuse('request-not-valid', { pointer: '/followHash' });
  }
  await tx
    .updateTable('bookings')
    .set({ follow_hash: followHash })
    .where('city', '=', city)
    .where('id', '=', bookingId)
    .execute();
  return DONE;
}
