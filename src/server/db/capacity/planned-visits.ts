import { type Kysely, sql } from 'kysely';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import type { PlannedVisit } from '../../../domain/city/config-effect';
import type { ServerContext } from '../engine/context';
import type { Tables } from '../schema/tables';

export type NumberedVisit = PlannedVisit<BookingId> & { readonly number: PublicNumber };

/** Reads every visit dated today or later for which no crew has departed yet, in order of booking. */
export async function plannedVisits(
  db: Kysely<Tables>,
  { city }: Pick<ServerContext, 'city'>,
  nowMs: number,
): Promise<NumberedVisit[]> {
  const rows = await db
    .selectFrom('reservations as r')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'r.city').onRef('b.id', '=', 'r.booking_id'),
    )
    .select([
      'b.id',
      'b.number',
      'b.area',
      'b.equipment_json',
      'b.services_json',
      'r.minutes',
      'r.unit',
      'r.day',
      'r.window_id',
    ])
    .where('r.city', '=', city.code)
    .where('r.day', '>=', localDateAt(nowMs, city.settings.utcOffsetMinutes))
    // Expressions, so that the day leads to the visits, and no index of bookings is gone through in their order.
    .where(sql<string>`(b.state || '')`, '=', 'scheduled')
    .orderBy(sql`(b.submitted_change + 0)`)
    .execute();
  return rows.map(({ equipment_json, services_json, day, window_id, ...row }) => ({
    ...row,
    date: day,
    window: window_id,
    equipment: JSON.parse(equipment_json),
    services: JSON.parse(services_json),
  }));
}
