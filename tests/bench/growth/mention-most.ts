import { sql } from 'kysely';
import { AUDIT_BLOCK } from '../../../src/server/db/audit/mentions';
import type { ServerContext } from '../../../src/server/db/engine/context';

/** Enough for the job to be measured. */
const LEFT = 20_000;

/**
 * Does at once most of what the job of index-mentions does in many small transactions and an hour: a page of the audit is
 * measured as it is from then on.
 */
export async function mentionMost({ db, engine, city }: ServerContext): Promise<void> {
  const numbers =
    engine === 'sqlite'
      ? sql`SELECT DISTINCT a.city, j.value, a.seq / ${sql.lit(AUDIT_BLOCK)}
          FROM audit_entries a, json_each(a.detail, '$.numbers') j
          WHERE a.city = ${city.code} AND a.seq > ${LEFT} AND a.action = 'see-list'`
      : sql`SELECT DISTINCT a.city, f.found[1], a.seq / ${sql.lit(AUDIT_BLOCK)}
          FROM audit_entries a, regexp_matches(a.detail, '"([0-9]{8})"', 'g') AS f(found)
          WHERE a.city = ${city.code} AND a.seq > ${LEFT} AND a.action = 'see-list'`;
  await sql`INSERT INTO audit_mentions (city, number, block) ${numbers} ON CONFLICT DO NOTHING`.execute(db);
  await db
    .updateTable('audit_heads')
    .set((eb) => ({
      unmentioned: eb.fn<number>(engine === 'sqlite' ? 'min' : 'least', ['seq', eb.lit(LEFT)]),
    }))
    .where('city', '=', city.code)
    .execute();
}
