import { sql } from 'kysely';
import { judgeTransition } from '../../../domain/booking/state';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { eraseBookingData } from '../../steps/booking/erase-booking-data';

const DAY_MS = 86_400_000;
/**
 * Read at once; each booking is erased in its own transaction, so that anyone booking meanwhile hardly waits.
 */
const BATCH = 50;
/**
 * Phones come back late, and are told of an erasure for this long, the same time that commands are kept
 * (forget-commands).
 */
const TOLD_MS = 60 * DAY_MS;

/**
 * When the booking was closed or cancelled, by the server's clock: a phone's may be years behind. Where no
 * event tells of that transition, `changed_at` stands in.
 */
const OVER_AT = sql<number>`coalesce((SELECT max(e.at) FROM events e WHERE e.city = b.city AND e.booking_id = b.id
  AND e.from_state <> e.to_state AND e.to_state IN ('closed', 'cancelled')), b.changed_at)`;

/**
 * Erases the personal data of bookings that were closed or cancelled as many days ago as the city's setting
 * says, and the links between erased bookings and phones. A booking that cannot be erased is reported and
 * holds up no other. Returns how many were erased.
 */
export async function eraseExpiredBookings(context: ServerContext): Promise<number> {
  const { db, city, clock } = context;
  await db
    .deleteFrom('booking_devices')
    .where('city', '=', city.code)
    .where('booking_id', 'in', (eb) =>
      eb
        .selectFrom('bookings')
        .select('id')
        .where('city', '=', city.code)
        .where('erased_at', '<=', clock() - TOLD_MS),
    )
    .execute();
  const overBefore = clock() - city.settings.bookingDays * DAY_MS;
  let count = 0;
  let after = 0;
  for (;;) {
    const due = await db
      .selectFrom('bookings as b')
      .select(['b.id', 'b.submitted_change'])
      .where('b.city', '=', city.code)
      .where('b.erased_at', 'is', null)
      .where('b.state', 'in', ['closed', 'cancelled'])
      .where('b.submitted_change', '>', after)
      .where('b.submitted_at', '<=', overBefore)
      .where(sql<boolean>`${OVER_AT} <= ${overBefore}`)
      .orderBy('b.submitted_change')
      .limit(BATCH)
      .execute();
    for (const { id } of due) if (await eraseOne(context, id)) count += 1;
    const last = due.at(-1);
    if (last === undefined) return count;
    after = last.submitted_change;
  }
}

type Due = Parameters<typeof eraseBookingData>[1];

async function eraseOne(context: ServerContext, id: Due): Promise<boolean> {
  try {
    return await writeCity(context, async (write) => {
      const city = context.city.code;
      const booking = await write.tx
        .selectFrom('bookings')
        .select('state')
        .where('city', '=', city)
        .where('id', '=', id)
        .executeTakeFirst();
      if (booking === undefined) return false;
      const { settings } = context.city;
      const actor = 'system' as const;
      const move = judgeTransition({
        state: booking.state,
        action: 'erase',
        actor,
        nowMs: write.nowMs,
        settings,
      });
      return move.ok && (await eraseBookingData(write, id, { to: move.state, actor }));
    });
  } catch (error) {
    context.report?.(error);
    return false;
  }
}
