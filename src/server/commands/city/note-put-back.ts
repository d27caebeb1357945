import type { Cursor } from '../../../contract/scalars';
import { mayRenew, renewGeneration } from '../../db/city/generations';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import { writeCity } from '../../db/engine/write-city';

/**
 * Whether someone has read further than the city's counter: the database was put back by other means than
 * `npm run restore`. It then gets another generation (at most once in 24 h, since a cursor can be made up).
 * Must run before the sender's own commands, which move the counter. `cursor` is the change read last.
 */
export async function notePutBack(context: ServerContext, cursor: Cursor | number | null): Promise<boolean> {
  const { db, city, clock } = context;
  if (cursor === null || Number(cursor) <= (await lastChange(db, city.code))) return false;
  // Asked without a write first: strangers may ask as often as they like.
  if (await mayRenew(db, city.code, clock())) {
    await writeCity(
      context,
      async ({ tx, nowMs }) => {
        // Another phone may have been first.
        if (await mayRenew(tx, city.code, nowMs)) await renewGeneration(tx, city.code, nowMs);
      },
      { changesCity: true },
    );
    await context.refreshCity?.(db);
  }
  return true;
}
