import { sql } from 'kysely';
import { judgeTransition } from '../../../domain/booking/state';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { eraseBookingData } from '../../steps/booking/erase-booking-data';
import { dateOverBookings } from './date-over-bookings';

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
 * Erases the personal data of bookings that were closed or cancelled as many days ago as the city's setting
 * says, and the links between erased bookings and phones. A booking that cannot be erased is reported and
 * holds up no other. Returns how many were erased.
 */
export async function eraseExpiredBookings(context: ServerContext): Promise<number> {
  const { db, city, clock } = context;
  await unlinkErased(context);
  await dateOverBookings(context);
  const overBefore = clock() - city.settings.bookingDays * DAY_MS;
  let count = 0;
  let after = { over_at: 0, id: '' };
  for (;;) {
    const due = await db
      .selectFrom('bookings')
      .select(['id', 'over_at'])
      .where('city', '=', city.code)
      .where('over_at', '<=', overBefore)
      .where('erased_at', 'is', null)
      .where(sql<boolean>`(over_at, id) > (${after.over_at}, ${after.id})`)
      .orderBy('over_at')
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id } of due) if (await eraseOne(context, id)) count += 1;
    const last = due.at(-1);
    if (last === undefined) return count;
    after = { over_at: last.over_at ?? 0, id: last.id };
  }
}

/** Deletes the links of bookings that were erased long enough ago that their phones know of it. */
async function unlinkErased(context: ServerContext): Promise<void> {
  const city = context.city.code;
  for (;;) {
    const told = await context.db
      .selectFrom('bookings')
      .select('id')
      .where('city', '=', city)
      .where('erased_at', '<=', context.clock() - TOLD_MS)
      .where('unlinked_at', 'is', null)
      .orderBy('erased_at')
      .limit(BATCH)
      .execute();
    if (told.length === 0) return;
    const ids = told.map(({ id }) => id);
    await writeCity(context, async ({ tx, nowMs }) => {
      await tx
        .deleteFrom('booking_devices')
        .where('city', '=', city)
        .where('booking_id', 'in', ids)
        .execute();
      const unlinked = tx.updateTable('bookings').set({ unlinked_at: nowMs });
      await unlinked.where('city', '=', city).where('id', 'in', ids).execute();
    });
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
