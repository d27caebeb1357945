import { setTimeout as rest } from 'node:timers/promises';
import { sql } from 'kysely';
import { AUDIT_BLOCK } from '../../db/audit/mentions';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/** Entries at once: a list shows 50 bookings, so this writes some hundred rows. */
const ENTRIES_AT_ONCE = AUDIT_BLOCK / 2;
const REST_MS = 20;

/**
 * Makes entries of the audit from before there was an index findable by the bookings they mention, the newest first. New
 * ones are covered by a trigger. Stopped halfway, it continues where it was. Returns how many entries it looked at.
 */
export async function indexMentions(context: ServerContext): Promise<number> {
  const city = context.city.code;
  let done = 0;
  for (;;) {
    const head = await context.db
      .selectFrom('audit_heads')
      .select('unmentioned')
      .where('city', '=', city)
      .executeTakeFirst();
    const upTo = head?.unmentioned ?? 0;
    if (upTo === 0) return done;
    const after = Math.max(0, upTo - ENTRIES_AT_ONCE);
    await writeCity(context, async ({ tx }) => {
      const numbers =
        context.engine === 'sqlite'
          ? sql`SELECT a.city, j.value, a.seq / ${sql.lit(AUDIT_BLOCK)} FROM audit_entries a, json_tree(a.detail) j
              WHERE a.city = ${city} AND a.seq > ${after} AND a.seq <= ${upTo} AND json_valid(a.detail)
                AND j.type = 'text' AND length(j.value) = 8 AND j.value NOT GLOB '*[^0-9]*'`
          : sql`SELECT a.city, f.found[1], a.seq / ${sql.lit(AUDIT_BLOCK)}
              FROM audit_entries a, regexp_matches(a.detail, '"([0-9]{8})"', 'g') AS f(found)
              WHERE a.city = ${city} AND a.seq > ${after} AND a.seq <= ${upTo}`;
      await sql`INSERT INTO audit_mentions (city, number, block) ${numbers} ON CONFLICT DO NOTHING`.execute(
        tx,
      );
      await tx
        .updateTable('audit_heads')
        .set({ unmentioned: after })
        .where('city', '=', city)
        .where('unmentioned', '=', upTo)
        .execute();
    });
    done += upTo - after;
    await rest(REST_MS);
  }
}
