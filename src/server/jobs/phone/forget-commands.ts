import { setImmediate as letOthersCome } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ServerContext } from '../../db/engine/context';

/** Phones come back late: a repeated command is recognised for this long. */
const KEPT_MS = 60 * 86_400_000;
/** Small enough that a booking made meanwhile hardly waits. */
const ROWS_AT_ONCE = 200;

/** Removes commands older than 60 days with their results. Returns how many. */
export async function forgetCommands({ db, city, clock }: ServerContext): Promise<number> {
  const before = clock() - KEPT_MS;
  for (let count = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`DELETE FROM commands
      WHERE (city, device_hash, command_id) IN (SELECT city, device_hash, command_id FROM commands
        WHERE city = ${city.code} AND at < ${before} ORDER BY at LIMIT ${sql.lit(ROWS_AT_ONCE)})`.execute(db);
    count += Number(numAffectedRows);
    if (numAffectedRows < ROWS_AT_ONCE) return count;
    await letOthersCome();
  }
}
