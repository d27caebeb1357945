import { sql } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import type { ServiceId } from '../../../domain/catalogue/service';
import { SAME_MATTER_DAYS } from '../../../domain/figures/same-matter';
import type { CityWrite } from '../engine/write-city';
import type { BookingColumns } from '../schema/booking-columns';

const SAME_MATTER_MS = SAME_MATTER_DAYS * 86_400_000;

/**
 * Whether booking `b` is a follow-up: within the 90 days before it was requested, the same person (same
 * recipient and contact number) had a visit at which a service of this booking was left unfinished. What
 * happened decides, not which button was pressed, so that follow-ups taken by telephone count too. `+ 0`
 * keeps SQLite from searching every visit of the 90 days for each booking (23 s for 2,000), where a person
 * has few. Once one of the two bookings is erased, `follow_up` tells instead.
 */
export const IS_FOLLOW_UP = sql<boolean>`(b.follow_up = 1 OR EXISTS (SELECT 1 FROM bookings e
  CROSS JOIN visit_outcomes eo
  WHERE e.city = b.city AND e.person_index = b.person_index AND e.person_index IS NOT NULL AND e.id <> b.id
    AND e.closed_at + 0 <= b.submitted_at AND e.closed_at + 0 > b.submitted_at - ${sql.lit(SAME_MATTER_MS)}
    AND eo.city = e.city AND eo.booking_id = e.id AND eo.outcome <> 'done'
    AND EXISTS (SELECT 1 FROM visit_outcomes so WHERE so.city = b.city AND so.booking_id = b.id
      AND so.service = eo.service)))`;

/**
 * Records what a booking's identity tells about follow-ups, before it is erased: whether the booking is a
 * follow-up, and which other bookings are follow-ups of it. Bookings that had no visit yet are judged by the
 * services they ask for, since each service will get an outcome.
 */
export async function keepFollowUps(
  { tx, context }: CityWrite,
  { id, person_index, closed_at }: Pick<BookingColumns, 'id' | 'person_index' | 'closed_at'>,
): Promise<void> {
  const city = context.city.code;
  await sql`UPDATE bookings SET follow_up = 1 WHERE city = ${city} AND id = ${id} AND follow_up = 0
    AND EXISTS (SELECT 1 FROM bookings b WHERE b.city = ${city} AND b.id = ${id} AND ${IS_FOLLOW_UP})`.execute(
    tx,
  );
  if (person_index === null || closed_at === null) return;
  const unfinished = await unfinishedOf({ tx, context }, id);
  const later = await tx
    .selectFrom('bookings')
    .select(['id', 'services_json'])
    .where('city', '=', city)
    .where('person_index', '=', person_index)
    .where('id', '!=', id)
    .where('submitted_at', '>=', closed_at)
    .where('submitted_at', '<', closed_at + SAME_MATTER_MS)
    .execute();
  const followUps = later.filter(({ services_json }) =>
    (JSON.parse(services_json) as readonly ServiceId[]).some((service) => unfinished.has(service)),
  );
  if (followUps.length === 0) return;
  await tx
    .updateTable('bookings')
    .set({ follow_up: 1 })
    .where('city', '=', city)
    .where(
      'id',
      'in',
      followUps.map((one) => one.id),
    )
    .execute();
}

/**
 * Records that an open booking is a follow-up, before its contact number and with it its identity changes.
 * `services` are those that it asks for.
 */
export async function keepFollowUp(
  { tx, context }: CityWrite,
  { id, person_index, submitted_at }: Pick<BookingColumns, 'id' | 'person_index' | 'submitted_at'>,
  services: readonly ServiceId[],
): Promise<void> {
  if (person_index === null) return;
  const city = context.city.code;
  const unfinished = await tx
    .selectFrom('bookings as e')
    .innerJoin('visit_outcomes as o', (join) =>
      join.onRef('o.city', '=', 'e.city').onRef('o.booking_id', '=', 'e.id'),
    )
    .select('o.service')
    .where('e.city', '=', city)
    .where('e.person_index', '=', person_index)
    .where('e.id', '!=', id)
    .where('e.closed_at', '<=', submitted_at)
    .where('e.closed_at', '>', submitted_at - SAME_MATTER_MS)
    .where('o.outcome', '!=', 'done')
    .where('o.service', 'in', services)
    .executeTakeFirst();
  if (unfinished === undefined) return;
  await tx
    .updateTable('bookings')
    .set({ follow_up: 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

async function unfinishedOf({ tx, context }: Pick<CityWrite, 'tx' | 'context'>, id: BookingId) {
  const rows = await tx
    .selectFrom('visit_outcomes')
    .select('service')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('outcome', '!=', 'done')
    .execute();
  return new Set(rows.map(({ service }) => service));
}
