import { sql } from 'kysely';
import {
  dropSearchTokens,
  personIndexOf,
  SEARCH_VERSION,
  searchTokensOf,
  writeSearchBuckets,
} from '../../db/booking/search-tokens';
import { unsealRequest } from '../../db/booking/staff-booking';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/** Small enough that a booking made meanwhile hardly waits. */
const ROWS_AT_ONCE = 20;

/**
 * Adds bookings of an earlier version to the search index. Stopped halfway, it continues where it was.
 * Returns how many.
 */
export async function indexBookings(context: ServerContext): Promise<number> {
  const city = context.city.code;
  let done = 0;
  for (;;) {
    const rows = await context.db
      .selectFrom('bookings')
      .select(['id', 'request'])
      .where('city', '=', city)
      // Literal, since SQLite takes the partial index only for what the statement itself says.
      .where('search_version', '<', sql.lit(SEARCH_VERSION))
      .where('erased_at', 'is', null)
      .orderBy('submitted_change')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) return done;
    await writeCity(context, async (write) => {
      for (const row of rows) {
        const request = unsealRequest(context, row);
        const { buckets, tokens } = searchTokensOf(context, request);
        await dropSearchTokens(write, row.id, request);
        await writeSearchBuckets(write, row.id, buckets);
        await write.tx
          .updateTable('bookings')
          .set({
            search_version: SEARCH_VERSION,
            search_tokens: tokens,
            person_index: personIndexOf(context, request),
          })
          .where('city', '=', city)
          .where('id', '=', row.id)
          .execute();
      }
    });
    done += rows.length;
  }
}
