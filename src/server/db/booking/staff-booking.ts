import { type Kysely, sql } from 'kysely';
import type { BookingRequest } from '../../../contract/booking-request';
import type { ServerContext } from '../engine/context';
import { type BookingColumns, bookingRefs } from '../schema/booking-columns';
import type { Tables } from '../schema/tables';
import { unseal } from '../secret/seal';
import { VISIT_COLUMNS } from '../visit/visit-of';
import { REFERRALS } from './referral';

const UNSOLVED = sql<number>`(SELECT count(*) FROM visit_records v WHERE v.city = b.city AND v.booking_id = b.id
  AND v.kind = 'record' AND v.conflict IS NOT NULL AND v.resolved_at IS NULL)`;

/** Selects bookings, each with its window and the columns that the staff app shows of all of them. */
export function selectStaffBookings(db: Kysely<Tables>, city: string) {
  return joinSlots(db, city)
    .select([
      'b.id',
      'b.number',
      'b.state',
      'b.revision',
      'b.submitted_change',
      'b.submitted_at',
      'b.changed_at',
      'b.minutes',
      'b.area',
      'b.services_json',
      'b.equipment_json',
      'b.preferences_json',
      'b.request',
      'b.nik_index',
      'b.person_index',
      'b.follow_hash',
      'b.erased_at',
      'b.cancel_reason',
      'b.request_changed_at',
      'b.channel',
      'r.unit',
      'r.day',
      'r.window_id',
      's.start_time',
      's.end_time',
      ...bookingRefs(VISIT_COLUMNS),
    ])
    .select([UNSOLVED.as('unsolved'), REFERRALS.as('referrals')]);
}

/** Joins the same rows without selecting any column, so that they can be counted. */
function joinSlots(db: Kysely<Tables>, city: string) {
  return db
    .selectFrom('bookings as b')
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
    .where('b.city', '=', city);
}

export type StaffBooking = Awaited<ReturnType<ReturnType<typeof selectStaffBookings>['execute']>>[number];

/** Returns the window of a booking with the unit that comes. */
export function scheduledOf({ unit, day, window_id, start_time, end_time }: StaffBooking) {
  if (unit === null || day === null || window_id === null || start_time === null || end_time === null) {
    return undefined;
  }
  return { unit, date: day, window: window_id, start: start_time, end: end_time };
}

/** Returns the request as it was sent. */
export function unsealRequest(
  context: Pick<ServerContext, 'keys' | 'city'>,
  row: Pick<BookingColumns, 'id' | 'request'>,
): BookingRequest {
  // The cast is safe: insertBooking encrypts a request only after it was judged.
  return unseal(context, `${row.id}/request`, row.request) as BookingRequest;
}
