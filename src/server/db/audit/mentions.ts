import { sql } from 'kysely';
import type { StaffId } from '../../../domain/staff/role';
import type { ServerContext } from '../engine/context';

/** How many entries of the audit one row of `audit_mentions` stands for (migrations/020-growth.ts). */
export const AUDIT_BLOCK = 64;
/** Entries that no index covers yet, searched at once: some milliseconds. */
const SEARCHED_AT_ONCE = 2_000;

/** Which entries are asked for: `seq` from and to, both included, since an instant, and of one person only. */
export type EntryRange = {
  readonly from: number;
  readonly to: number;
  readonly sinceMs: number;
  readonly staff: StaffId | undefined;
};

/** Returns the newest entries whose detail mentions a booking's number, as a list that showed the booking does. */
export async function findMentions(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  number: string,
  { from, to, sinceMs, staff }: EntryRange,
  limit: number,
): Promise<number[]> {
  const mention = `%"${number}"%`;
  const block = sql.lit(AUDIT_BLOCK);
  const covered = await sql<{ seq: number }>`SELECT a.seq FROM audit_mentions m
    JOIN audit_entries a ON a.city = m.city AND a.seq >= m.block * ${block} AND a.seq < (m.block + 1) * ${block}
    WHERE m.city = ${city.code} AND m.number = ${number} AND m.block >= ${Math.floor(from / AUDIT_BLOCK)}
      AND m.block <= ${Math.floor(to / AUDIT_BLOCK)} AND a.seq + 0 >= ${from} AND a.seq + 0 <= ${to}
      AND a.at >= ${sinceMs} ${staff === undefined ? sql`` : sql`AND a.staff_id = ${staff}`}
      AND a.detail LIKE ${mention}
    ORDER BY m.block DESC, a.seq DESC LIMIT ${limit}`.execute(db);
  const found = new Set(covered.rows.map(({ seq }) => seq));
  const head = await db
    .selectFrom('audit_heads')
    .select('unmentioned')
    .where('city', '=', city.code)
    .executeTakeFirst();
  let uncovered = Math.min(to, head?.unmentioned ?? 0);
  while (uncovered >= from && uncovered > 0 && found.size < limit) {
    const after = Math.max(from - 1, uncovered - SEARCHED_AT_ONCE);
    const rows = await db
      .selectFrom('audit_entries')
      .select('seq')
      .where('city', '=', city.code)
      .where('seq', '>', after)
      .where('seq', '<=', uncovered)
      .where('at', '>=', sinceMs)
      .$if(staff !== undefined, (query) => query.where('staff_id', '=', staff ?? ('' as StaffId)))
      .where('detail', 'like', mention)
      .execute();
    for (const { seq } of rows) found.add(seq);
    uncovered = after;
  }
  return [...found].sort((a, b) => b - a).slice(0, limit);
}
