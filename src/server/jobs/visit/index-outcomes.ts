import { setImmediate as letOthersCome } from 'node:timers/promises';
import { sql } from 'kysely';
import type { VisitRecord } from '../../../domain/visit/outcome';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { unseal } from '../../db/secret/seal';
import { writeOutcomes } from '../../db/visit/write-outcomes';

const NAME = 'index-outcomes';
/** Small enough that a booking made meanwhile hardly waits. */
const ROWS_AT_ONCE = 100;

/**
 * Makes visits of an earlier version count in the figures. Newer visits are counted when they are recorded, so that it
 * goes through all bookings once, and is finished for good. Stopped halfway, it begins again. Returns how many.
 */
export async function indexOutcomes(context: ServerContext): Promise<number> {
  const city = context.city.code;
  if (await isFinished(context)) return 0;
  let done = 0;
  let after = 0;
  for (;;) {
    const rows = await context.db
      .selectFrom('bookings as b')
      .select(['b.id', 'b.submitted_change'])
      .select(
        sql<number>`CASE WHEN b.visit IS NOT NULL AND (SELECT count(*) FROM visit_outcomes o
          WHERE o.city = b.city AND o.booking_id = b.id) = 0 THEN 1 ELSE 0 END`.as('is_missing'),
      )
      .where('b.city', '=', city)
      .where('b.submitted_change', '>', after)
      .orderBy('b.submitted_change')
      .limit(ROWS_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    const missing = rows.filter(({ is_missing }) => is_missing === 1).map(({ id }) => id);
    if (missing.length > 0) await addOutcomes(context, missing);
    done += missing.length;
    after = last.submitted_change;
    await letOthersCome();
  }
  await context.db
    .insertInto('finished_upgrades')
    .values({ city, name: NAME, at: context.clock() })
    .onConflict((conflict) => conflict.columns(['city', 'name']).doNothing())
    .execute();
  return done;
}

async function isFinished({ db, city }: ServerContext): Promise<boolean> {
  const row = await db
    .selectFrom('finished_upgrades')
    .select('at')
    .where('city', '=', city.code)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row !== undefined;
}

type Ids = Parameters<typeof writeOutcomes>[1][];

async function addOutcomes(context: ServerContext, ids: Ids): Promise<void> {
  await writeCity(context, async (write) => {
    const rows = await write.tx
      .selectFrom('bookings')
      .select(['id', 'visit'])
      .where('city', '=', context.city.code)
      .where('id', 'in', ids)
      .execute();
    for (const { id, visit } of rows) {
      if (visit === null) continue;
      // The cast is safe: only sealVisit writes this column.
      const { outcomes } = unseal(context, `${id}/visit`, visit) as Pick<VisitRecord, 'outcomes'>;
      await writeOutcomes(write, id, outcomes);
    }
  });
}
