import { setTimeout as rest } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/** Small enough that a booking made meanwhile hardly waits. */
const ROWS_AT_ONCE = 100;
const REST_MS = 20;

/**
 * When the booking was closed or cancelled, by the server's clock: a phone's may be years behind. Where no
 * event tells of that transition, `changed_at` stands in.
 */
const OVER_AT = sql<number>`coalesce((SELECT max(e.at) FROM events e WHERE e.city = bookings.city
  AND e.booking_id = bookings.id AND e.from_state <> e.to_state AND e.to_state IN ('closed', 'cancelled')), changed_at)`;

/**
 * Notes of bookings from before it was noted when they were over, so that they are erased in time. Stopped halfway, it
 * continues where it was. Returns how many.
 */
export async function dateOverBookings(context: ServerContext): Promise<number> {
  const city = context.city.code;
  let done = 0;
  for (;;) {
    const rows = await context.db
      .selectFrom('bookings')
      .select('id')
      .where('city', '=', city)
      .where(sql<boolean>`over_at IS NULL AND erased_at IS NULL AND state IN ('closed', 'cancelled')`)
      .orderBy('submitted_change')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) return done;
    const ids = rows.map(({ id }) => id);
    await writeCity(context, async ({ tx }) => {
      await tx
        .updateTable('bookings')
        .set({ over_at: OVER_AT })
        .where('city', '=', city)
        .where('id', 'in', ids)
        .where(sql<boolean>`state IN ('closed', 'cancelled')`)
        .execute();
    });
    done += rows.length;
    await rest(REST_MS);
  }
}
