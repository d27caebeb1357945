import type { BookingRequest } from '../../../contract/booking-request';
import type { BookingId } from '../../../domain/booking/booking';
import { unsealRequest } from '../../db/booking/staff-booking';
import type { CityWrite } from '../../db/engine/write-city';

/**
 * Gives a booking to the phone that sends it again, where another one owns it, and returns whether it did. A
 * restore forgets a transfer made since the backup: the booking then belongs to a phone that is out of use, and
 * the new one, which has all of it, asks again. So the booking must be older than the restore, and the phone
 * must know its link and whom, where and whose number it is for, which no follower is told.
 */
export async function claimBooking(
  { tx, context, nextChange }: CityWrite,
  deviceHash: string,
  id: BookingId,
  sent: { readonly request: BookingRequest; readonly followHash: string },
): Promise<boolean> {
  const city = context.city.code;
  const stored = await tx
    .selectFrom('bookings as b')
    .innerJoin('city_generations as g', 'g.city', 'b.city')
    .select(['b.id', 'b.request', 'b.follow_hash', 'b.erased_at', 'b.submitted_at', 'g.changed_at'])
    .where('b.city', '=', city)
    .where('b.id', '=', id)
    .executeTakeFirst();
  if (stored === undefined || stored.erased_at !== null) return false;
  if (stored.submitted_at >= stored.changed_at || stored.follow_hash !== sent.followHash) return false;
  if (secretsOf(unsealRequest(context, stored)) !== secretsOf(sent.request)) return false;
  const ofBooking = tx.deleteFrom('booking_devices').where('city', '=', city).where('booking_id', '=', id);
  // It may have followed the visit before everything was transferred to it.
  await ofBooking.where('device_hash', '=', deviceHash).execute();
  await tx
    .updateTable('booking_devices')
    .set({ device_hash: deviceHash, change_number: nextChange() })
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .where('role', '=', 'requester')
    .execute();
  return true;
}

function secretsOf({ recipient, place, contact }: BookingRequest): string {
  return JSON.stringify([recipient.name, recipient.birthYear, place.street, place.area, contact.phone]);
}
