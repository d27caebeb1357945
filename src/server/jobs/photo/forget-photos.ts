import { setImmediate as letOthersCome } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';

const DAY_MS = 86_400_000;
/**
 * Within this time a phone finishes an unfinished photo and sends the command for a complete one; later it
 * sends the photo again.
 */
const UNATTACHED_MS = 3 * DAY_MS;
/** Bookings in one transaction, and images in one statement, so that others are let in between. */
const BATCH = 5;

/**
 * Deletes expired photos: those of bookings cancelled, or closed as many days ago as the city's setting says;
 * parts that were never finished; complete photos that no command named. Returns the number of bookings.
 */
export async function forgetPhotos(context: ServerContext): Promise<number> {
  const city = context.city.code;
  const before = context.clock() - UNATTACHED_MS;
  await deleteAll(
    context,
    (limit) =>
      sql`DELETE FROM photo_parts WHERE (city, owner, sha256, start) IN (SELECT city, owner, sha256, start
      FROM photo_parts WHERE city = ${city} AND at < ${before} LIMIT ${limit})`,
  );
  await deleteAll(
    context,
    (limit) =>
      sql`DELETE FROM photos WHERE (city, owner, sha256) IN (SELECT city, owner, sha256
      FROM photos WHERE city = ${city} AND unattached_since < ${before} LIMIT ${limit})`,
  );
  let count = 0;
  let after = '';
  for (;;) {
    const some = await bookingsWithPhotos(context, after);
    const last = some.at(-1);
    if (last === undefined) return count;
    if ((await selectOver(context, context.db, some)).length > 0) {
      count += await writeCity(context, async (write) => {
        const over = await selectOver(context, write.tx, some);
        for (const booking of over) {
          await detachPhotos(write, booking.id, 'all');
          await addNews(write, booking, { actor: 'system', action: 'forget-photos' });
        }
        return over.length;
      });
    }
    after = last;
    await letOthersCome();
  }
}

async function deleteAll(
  { db }: ServerContext,
  deleteSome: (limit: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  for (;;) {
    const { numAffectedRows = 0n } = await deleteSome(sql.lit(BATCH)).execute(db);
    if (numAffectedRows < BATCH) return;
    await letOthersCome();
  }
}

/** Few bookings have photos at any time: they are gone `photoDays` after the visit. */
async function bookingsWithPhotos({ db, city }: ServerContext, after: string): Promise<BookingId[]> {
  const rows = await db
    .selectFrom('booking_photos')
    .select('booking_id')
    .distinct()
    .where('city', '=', city.code)
    .where('booking_id', '>', after as BookingId)
    .orderBy('booking_id')
    .limit(BATCH)
    .execute();
  return rows.map(({ booking_id }) => booking_id);
}

async function selectOver({ city, clock }: ServerContext, db: ServerContext['db'], ids: BookingId[]) {
  const closedBefore = clock() - city.settings.photoDays * DAY_MS;
  const rows = await db
    .selectFrom('bookings')
    .select(['id', 'state', 'closed_at'])
    .where('city', '=', city.code)
    .where('id', 'in', ids)
    .where('state', 'in', ['cancelled', 'closed'])
    .execute();
  return rows.filter(
    ({ state, closed_at }) => state === 'cancelled' || (closed_at !== null && closed_at <= closedBefore),
  );
}
