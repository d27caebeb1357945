import type { ServerContext } from '../../db/engine/context';

/** Longer than a rate limit's window. */
const KEPT_MS = 5 * 60_000;

/** Removes the counts of windows that are over. Returns how many. */
export async function forgetRateCounts({ db, city, clock }: ServerContext): Promise<number> {
  const deleted = await db
    .deleteFrom('rate_counts')
    .where('city', '=', city.code)
    .where('started_at', '<', clock() - KEPT_MS)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
