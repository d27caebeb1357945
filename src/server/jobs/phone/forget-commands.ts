import type { ServerContext } from '../../db/engine/context';

/** Phones come back late: a repeated command is recognised for this long. */
const KEPT_MS = 60 * 86_400_000;

/** Removes commands older than 60 days with their results. Returns how many. */
export async function forgetCommands({ db, city, clock }: ServerContext): Promise<number> {
  const deleted = await db
    .deleteFrom('commands')
    .where('city', '=', city.code)
    .where('at', '<', clock() - KEPT_MS)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
