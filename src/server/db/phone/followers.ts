import type { Follower } from '../../../contract/booking-row';
import type { BookingId } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { ServerContext } from '../engine/context';
import type { CityWrite } from '../engine/write-city';
import { unseal } from '../secret/seal';

/** The place that a follower's name is bound to when encrypted (seal.ts). */
export function followerPlace(id: BookingId, follower: FollowerId): string {
  return `${id}/follower/${follower}`;
}

/** Counts the phones that follow a visit now. */
export async function countFollowers({ tx, context }: CityWrite, id: BookingId): Promise<number> {
  const row = await tx
    .selectFrom('booking_devices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('role', '=', 'follower')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/**
 * Makes the requester's phone read the visit again: a change of its followers does not change the booking
 * itself.
 */
export async function tellRequester({ tx, context, nextChange }: CityWrite, id: BookingId): Promise<void> {
  await tx
    .updateTable('booking_devices')
    .set({ change_number: nextChange() })
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('role', '=', 'requester')
    .execute();
}

/**
 * Reads the followers of these visits, the earliest first; followers whose time was never recorded come
 * before all others.
 */
export async function readFollowers(
  context: ServerContext,
  ids: readonly BookingId[],
): Promise<(id: BookingId) => Follower[]> {
  const byId = new Map<BookingId, Follower[]>();
  if (ids.length === 0) return () => [];
  const rows = await context.db
    .selectFrom('booking_devices')
    .select(['booking_id', 'follower_id', 'follower_name', 'followed_at'])
    .where('city', '=', context.city.code)
    .where('booking_id', 'in', ids)
    .where('role', '=', 'follower')
    .where('withdrawn_at', 'is', null)
    .execute();
  rows.sort(
    (a, b) =>
      (a.followed_at ?? 0) - (b.followed_at ?? 0) || ((a.follower_id ?? '') < (b.follower_id ?? '') ? -1 : 1),
  );
  for (const { booking_id, follower_id, follower_name, followed_at } of rows) {
    if (follower_id === null) continue;
    const place = followerPlace(booking_id, follower_id);
    const follower: Follower = {
      id: follower_id,
      ...(follower_name === null ? {} : { name: String(unseal(context, place, follower_name)) }),
      ...(followed_at === null ? {} : { since: new Date(followed_at).toISOString() }),
    };
    byId.set(booking_id, [...(byId.get(booking_id) ?? []), follower]);
  }
  return (id) => byId.get(id) ?? [];
}
