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
/** Bookings in one transaction, so that others are let in between. */
const BATCH = 20;

/**
 * Deletes expired photos: those of bookings cancelled, or closed as many days ago as the city's setting says;
 * parts that were never finished; complete photos that no command named. Returns the number of bookings.
 */
export async function forgetPhotos(context: ServerContext): Promise<number> {
  const { db, city, clock } = context;
  const before = clock() - UNATTACHED_MS;
  await db.deleteFrom('photo_parts').where('city', '=', city.code).where('at', '<', before).execute();
  await db
    .deleteFrom('photos')
    .where('city', '=', city.code)
    .where('unattached_since', '<', before)
    .execute();
  let count = 0;
  for (;;) {
    const forgotten = await writeCity(context, async (write) => {
      const closedBefore = write.nowMs - city.settings.photoDays * DAY_MS;
      const over = await write.tx
        .selectFrom('bookings as b')
        .select(['b.id', 'b.state'])
        .where('b.city', '=', city.code)
        .where((eb) =>
          eb.or([
            eb('b.state', '=', 'cancelled'),
            eb.and([eb('b.state', '=', 'closed'), eb('b.closed_at', '<=', closedBefore)]),
          ]),
        )
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('booking_photos as p')
              .select('p.sha256')
              .whereRef('p.city', '=', 'b.city')
              .whereRef('p.booking_id', '=', 'b.id'),
          ),
        )
        .limit(BATCH)
        .execute();
      for (const booking of over) {
        await detachPhotos(write, booking.id, 'all');
        await addNews(write, booking, { actor: 'system', action: 'forget-photos' });
      }
      return over.length;
    });
    count += forgotten;
    if (forgotten < BATCH) return count;
  }
}
