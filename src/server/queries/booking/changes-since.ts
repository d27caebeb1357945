import { sql } from 'kysely';
import * as v from 'valibot';
import type { BookingRow } from '../../../contract/booking-row';
import type { Cursor } from '../../../contract/scalars';
import { MAX_CHANGES_PER_SYNC } from '../../../contract/version';
import type { BookingId } from '../../../domain/booking/booking';
import { REFERRALS } from '../../db/booking/referral';
import { unsealRequest } from '../../db/booking/staff-booking';
import { readPlaces } from '../../db/booking/waiting-places';
import type { ServerContext } from '../../db/engine/context';
import { prepareQuery } from '../../db/engine/prepare-query';
import { readFollowers } from '../../db/phone/followers';
import { readDocumentPhotos } from '../../db/photo/booking-photos';
import { type BookingColumns, bookingRefs } from '../../db/schema/booking-columns';
import type { Role, SlotKey, Tables } from '../../db/schema/tables';
import { unseal } from '../../db/secret/seal';
import { VISIT_COLUMNS, visitMembersOf } from '../../db/visit/visit-of';

export type Changes = {
  readonly changes: BookingRow[];
  /** Absent where there are none. */
  readonly gone?: BookingId[];
  readonly cursor: Cursor;
  readonly more: boolean;
};

type Asked = { readonly city: string; readonly deviceHash: string; readonly after: number };

/** The columns from which a phone's row is built. */
const PHONE_COLUMNS = [
  'id',
  'number',
  'state',
  'revision',
  'submitted_change',
  'submitted_at',
  'changed_at',
  'minutes',
  'area',
  'services_json',
  'package_id',
  'preferences_json',
  'alternatives_json',
  'alternatives_at',
  'cancelled_by',
  'cancel_reason',
  'erased_at',
  'desk_changed_at',
  'request',
  ...VISIT_COLUMNS,
] as const;

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
  const after = Number(cursor ?? 0);
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
  const placeOf = await readPlaces(context, seen);
  const followersOf = await readFollowers(
    context,
    withFollowers.map(({ id }) => id),
  );
  return {
    changes: seen.map((row) => {
      const photos = row.role === 'requester' ? photosOf(row.id) : [];
      const followers = row.role === 'requester' ? followersOf(row.id) : [];
      return {
        ...bookingRowOf(context, row, placeOf(row.id)),
        ...(photos.length === 0 ? {} : { photos }),
        ...(followers.length === 0 ? {} : { followers }),
      };
    }),
    ...(gone.length === 0 ? {} : { gone }),
    cursor: String(page.findLast((row) => row.change > after)?.change ?? after) as Cursor,
    more: (rows[MAX_CHANGES_PER_SYNC]?.change ?? 0) > after,
  };
}

type StoredBooking = Pick<BookingColumns, (typeof PHONE_COLUMNS)[number]> & {
  readonly role: Role;
  readonly day: SlotKey['day'] | null;
  readonly window_id: SlotKey['window_id'] | null;
  readonly start_time: Tables['slots']['start_time'] | null;
  readonly end_time: Tables['slots']['end_time'] | null;
  /** Above 0 where the desk ended the booking by naming another place. */
  readonly referrals: number;
};

/**
 * Returns the booking as a phone gets it. A follower does not get the reason, which is in the requester's own
 * words. `place` on the waiting list counts for waiting bookings only.
 */
function bookingRowOf(context: ServerContext, row: StoredBooking, place: number): BookingRow {
  const { day, window_id, start_time, end_time } = row;
  const isScheduled = day !== null && window_id !== null && start_time !== null && end_time !== null;
  return {
    id: row.id,
    number: row.number,
    role: row.role,
    state: row.state,
    revision: row.revision,
    submittedAt: instantOf(row.submitted_at),
    changedAt: instantOf(row.changed_at),
    services: JSON.parse(row.services_json),
    ...(row.package_id === null ? {} : { packageId: row.package_id }),
    area: row.area,
    minutes: row.minutes,
    preferences: JSON.parse(row.preferences_json),
    ...(isScheduled ? { scheduled: { date: day, window: window_id, start: start_time, end: end_time } } : {}),
    ...(row.state === 'waiting'
      ? {
          waiting: {
            place,
            alternatives: JSON.parse(row.alternatives_json ?? '[]'),
            readAt: instantOf(row.alternatives_at ?? row.changed_at),
          },
        }
      : {}),
    ...(row.desk_changed_at === null || row.role !== 'requester' || row.erased_at !== null
      ? {}
      : { changedByDesk: { at: instantOf(row.desk_changed_at), request: changeableOf(context, row) } }),
    ...visitMembersOf(context, row, row.role === 'requester'),
    ...(row.erased_at === null ? {} : { erasedAt: instantOf(row.erased_at) }),
    ...(Number(row.referrals) > 0 ? { isReferred: true as const } : {}),
    ...(row.cancelled_by === null
      ? {}
      : { cancelled: { by: row.cancelled_by, reason: reasonOf(context, row) } }),
  };
}

function changeableOf(context: ServerContext, row: StoredBooking) {
  const { recipientIs: _, recipient: __, ...changeable } = unsealRequest(context, row);
  return changeable;
}

function reasonOf(context: ServerContext, row: StoredBooking): string {
  if (row.role !== 'requester' || row.cancel_reason === null) return '';
  return v.parse(v.string(), unseal(context, `${row.id}/reason`, row.cancel_reason));
}

function instantOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
