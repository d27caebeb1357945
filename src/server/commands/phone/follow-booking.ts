import { createHash } from 'node:crypto';
import type { FollowBooking } from '../../../contract/commands';
import { type FollowerId, MAX_FOLLOWERS } from '../../../domain/booking/follower';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { countFollowers, followerPlace, tellRequester } from '../../db/phone/followers';
import { seal } from '../../db/secret/seal';

const ID_BYTES = 16;

/**
 * Lets another phone follow a visit, under a name that the requester will read. Of the token the server knows
 * only the SHA-256 of its text. A repetition with a name changes the name. A follower who was withdrawn needs
 * a new link, since the requester's phone ends the old one.
 */
export async function followBooking(
  write: CityWrite,
  deviceHash: string,
  { token, followerName }: FollowBooking,
): Promise<ResidentResult> {
  const { tx, context, nextChange, nowMs } = write;
  const city = context.city.code;
  const booking = await tx
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', city)
    .where('follow_hash', '=', createHash('sha256').update(token).digest('base64url'))
    .executeTakeFirst();
  if (booking === undefined) return refuse('follow-token-not-valid', { pointer: '/token' });
  const key = { city, device_hash: deviceHash, booking_id: booking.id };
  const known = await tx
    .selectFrom('booking_devices')
    .select(['role', 'follower_id', 'followed_at', 'withdrawn_at'])
    .where((where) => where.and(key))
    .executeTakeFirst();
  if (known?.role === 'requester') return DONE;
  const isFollowing = known !== undefined && known.withdrawn_at === null;
  if (isFollowing && followerName === undefined) return DONE;
  if (!isFollowing && (await countFollowers(write, booking.id)) >= MAX_FOLLOWERS) {
    return refuse('follower-limit-reached', { pointer: '/token' });
  }
  // A follower who comes back gets a new id: on the requester's phone the withdrawn id stays withdrawn.
  const id = (isFollowing ? known.follower_id : null) ?? newId(context.randomBytes);
  const row = {
    follower_id: id,
    follower_name:
      followerName === undefined ? null : seal(context, followerPlace(booking.id, id), followerName),
    followed_at: isFollowing ? known.followed_at : nowMs,
    withdrawn_at: null,
    change_number: nextChange(),
  };
  await tx
    .insertInto('booking_devices')
    .values({ ...key, role: 'follower', ...row })
    .onConflict((conflict) => conflict.columns(['city', 'device_hash', 'booking_id']).doUpdateSet(row))
    .execute();
  await tellRequester(write, booking.id);
  return DONE;
}

function newId(randomBytes: (n: number) => Uint8Array): FollowerId {
  return Buffer.from(randomBytes(ID_BYTES)).toString('hex') as FollowerId;
}
