import { sql } from 'kysely';
import type { BookingRow } from '../../../contract/booking-row';
import type { Cursor } from '../../../contract/scalars';
import { MAX_CHANGES_PER_SYNC } from '../../../contract/version';
import type { BookingId } from '../../../domain/booking/booking';
import { bookingRowOf, PHONE_COLUMNS } from '../../db/booking/booking-row-of';
import { REFERRALS } from '../../db/booking/referral';
import type { ServerContext } from '../../db/engine/context';
import { prepareQuery } from '../../db/engine/prepare-query';
import { readFollowers } from '../../db/phone/followers';
import { readDocumentPhotos } from '../../db/photo/booking-photos';
import { bookingRefs } from '../../db/schema/booking-columns';

export type Changes = {
  readonly changes: BookingRow[];
  /** Absent where there are none. */
  readonly gone?: BookingId[];
  readonly cursor: Cursor;
  readonly more: boolean;
};

type Asked = { readonly city: string; readonly deviceHash: string; readonly after: number };

const counterOf = prepareQuery((db, { city }: Pick<Asked, 'city'>) =>
  db.selectFrom('city_counters').select('last_change').where('city', '=', city),
);

const rowsAfter = prepareQuery((db, { city, deviceHash, after }: Asked) => {
  const change = sql<number>`CASE WHEN b.change_number > d.change_number THEN b.change_number ELSE d.change_number END`;
  return db
    .selectFrom('booking_devices as d')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
    )
    .leftJoin('reservations as r', (join) =>
      join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
    )
    .leftJoin('slots as s', (join) =>
      join
        .onRef('s.city', '=', 'r.city')
        .onRef('s.unit', '=', 'r.unit')
        .onRef('s.day', '=', 'r.day')
        .onRef('s.window_id', '=', 'r.window_id'),
    )
    .select([
      ...bookingRefs(PHONE_COLUMNS),
      'd.role',
      'd.withdrawn_at',
      'r.day',
      'r.window_id',
      's.start_time',
      's.end_time',
      change.as('change'),
    ])
    .select(
      sql<number>`CASE b.state WHEN 'waiting' THEN 1 + (SELECT count(*) FROM bookings w WHERE w.city = b.city
        AND w.state = 'waiting' AND w.submitted_change < b.submitted_change) ELSE 0 END`.as('place'),
    )
    .select(
      sql<number>`(SELECT count(*) FROM booking_photos p WHERE p.city = b.city AND p.booking_id = b.id
        AND p.kind = 'document')`.as('photo_count'),
    )
    .select(
      sql<number>`(SELECT count(*) FROM booking_devices f WHERE f.city = b.city AND f.booking_id = b.id
        AND f.role = 'follower' AND f.withdrawn_at IS NULL)`.as('follower_count'),
    )
    .select(REFERRALS.as('referrals'))
    .where('d.city', '=', city)
    .where('d.device_hash', '=', deviceHash)
    .where((where) =>
      where.or([
        where(change, '>', after),
        where.and([where('b.state', '=', 'waiting'), where('d.withdrawn_at', 'is', null)]),
      ]),
    )
    .orderBy(sql`CASE WHEN ${change} > ${after} THEN 0 ELSE 1 END`)
    .orderBy('change')
    .limit(MAX_CHANGES_PER_SYNC + 1);
});

/**
 * Reads the bookings of a device, its own and those it follows, that changed after `cursor`; without a
 * cursor, all of them. Waiting bookings come every time, as far as there is room: their place changes when
 * others leave the list.
 */
export async function changesSince(
  context: ServerContext,
  deviceHash: string,
  cursor: Cursor | null,
): Promise<Changes> {
  const after = await startOf(context, cursor);
  const rows = await rowsAfter(context.db, { city: context.city.code, deviceHash, after });
  const page = rows.slice(0, MAX_CHANGES_PER_SYNC);
  const seen = page.filter((row) => row.withdrawn_at === null);
  const gone = page.filter((row) => row.withdrawn_at !== null).map(({ id }) => id);
  const own = seen.filter((row) => row.role === 'requester');
  const withPhotos = own.filter((row) => Number(row.photo_count) > 0);
  const withFollowers = own.filter((row) => Number(row.follower_count) > 0);
  const photosOf = await readDocumentPhotos(
    context,
    withPhotos.map(({ id }) => id),
  );
  const followersOf = await readFollowers(
    context,
    withFollowers.map(({ id }) => id),
  );
  return {
    changes: seen.map((row) => {
      const photos = row.role === 'requester' ? photosOf(row.id) : [];
      const followers = row.role === 'requester' ? followersOf(row.id) : [];
      return {
        ...bookingRowOf(context, row),
        ...(photos.length === 0 ? {} : { photos }),
        ...(followers.length === 0 ? {} : { followers }),
      };
    }),
    ...(gone.length === 0 ? {} : { gone }),
    cursor: String(page.findLast((row) => row.change > after)?.change ?? after) as Cursor,
    more: (rows[MAX_CHANGES_PER_SYNC]?.change ?? 0) > after,
  };
}

/**
 * A cursor beyond the counter is from before the database was restored from a copy: everything is read again.
 */
async function startOf({ db, city }: ServerContext, cursor: Cursor | null): Promise<number> {
  if (cursor === null) return 0;
  const [counter] = await counterOf(db, { city: city.code });
  const asked = Number(cursor);
  return asked > (counter?.last_change ?? 0) ? 0 : asked;
}
