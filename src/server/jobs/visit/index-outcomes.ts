import { sql } from 'kysely';
import type { VisitRecord } from '../../../domain/visit/outcome';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { unseal } from '../../db/secret/seal';
import { writeOutcomes } from '../../db/visit/write-outcomes';

/** Small enough that a booking made meanwhile hardly waits. */
const ROWS_AT_ONCE = 100;

/**
 * Makes visits of an earlier version count in the figures. Stopped halfway, it continues where it was.
 * Returns how many.
 */
export async function indexOutcomes(context: ServerContext): Promise<number> {
  const city = context.city.code;
  let done = 0;
  let after = 0;
  for (;;) {
    const rows = await context.db
      .selectFrom('bookings as b')
      .select(['b.id', 'b.visit', 'b.submitted_change'])
      .where('b.city', '=', city)
      .where('b.visit', 'is not', null)
      .where('b.submitted_change', '>', after)
      .where(
        sql<boolean>`NOT EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city AND o.booking_id = b.id)`,
      )
      .orderBy('b.submitted_change')
      .limit(ROWS_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return done;
    await writeCity(context, async (write) => {
      for (const { id, visit } of rows) {
        if (visit === null) continue;
        // The cast is safe: only sealVisit writes this column.
        const { outcomes } = unseal(context, `${id}/visit`, visit) as Pick<VisitRecord, 'outcomes'>;
        await writeOutcomes(write, id, outcomes);
      }
    });
    after = last.submitted_change;
    done += rows.length;
  }
}
