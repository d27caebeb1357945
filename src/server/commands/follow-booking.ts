import { createHash } from 'node:crypto';
import type { FollowBooking } from '../../contract/commands';
import type { CityWrite } from '../db/write-city';
import type { Outcome } from './refusal';

/** Lets another phone see a visit. The server knows the token by the SHA-256 of its text alone. */
export async function followBooking(
  { tx, context, nextChange }: CityWrite,
  deviceHash: string,
  { token }: FollowBooking,
): Promise<Outcome> {
  const city = context.city.code;
  const booking = await tx
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', city)
    .where('follow_hash', '=', createHash('sha256').update(token).digest('base64url'))
    .executeTakeFirst();
  if (booking === undefined) return { problem: 'follow-token-not-valid', pointer: '/token' };
  await tx
    .insertInto('booking_devices')
    .values({
      city,
      device_hash: deviceHash,
      booking_id: booking.id,
      role: 'follower',
      change_number: nextChange(),
    })
    .onConflict((conflict) => conflict.columns(['city', 'device_hash', 'booking_id']).doNothing())
    .execute();
  return undefined;
}
