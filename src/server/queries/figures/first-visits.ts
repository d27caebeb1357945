import { type RawBuilder, sql } from 'kysely';
import type { AreaCode } from '../../../domain/city/city';
import type { Share } from '../../../domain/figures/hide-small';
import { IS_FOLLOW_UP } from '../../db/booking/follow-up';
import type { ServerContext } from '../../db/engine/context';

const DAY_MS = 86_400_000;

/** Instants in Unix milliseconds, `to` excluded. */
export type Period = { readonly from: number; readonly to: number };

/** The period's bookings that a crew visited and recorded, whatever the outcome ("tidak di rumah" too). */
export function visitsOf(city: string, { from, to }: Period): RawBuilder<unknown> {
  return sql`bookings b WHERE b.city = ${city} AND b.closed_at >= ${from} AND b.closed_at < ${to}
    AND EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city AND o.booking_id = b.id)`;
}

/** Whether every service of the booking was done: a service referred, declined or partly done was not. */
const IS_ALL_DONE = sql<boolean>`NOT EXISTS (SELECT 1 FROM visit_outcomes o WHERE o.city = b.city
  AND o.booking_id = b.id AND o.outcome <> 'done')`;

/** First visits that are alike, counted by what was done, or else by how long they were waited for. */
export type FirstVisits = {
  /** Null in a count by days. */
  readonly area: AreaCode | null;
  /** Days since 1970 in the city's zone; null in a count by what was done. */
  readonly asked: number | null;
  readonly visited: number | null;
  /** 1 if every service was done. */
  readonly done: 0 | 1 | null;
  /** For each programme of the list 1 or 0, such as `010`. */
  readonly programmes: string | null;
  readonly people: number;
};

/**
 * Counts the period's first visits in one pass, by what was done and by days: whether a visit is a follow-up is what costs
 * most, and every figure asks for it. `programmes` are lists of services.
 */
export async function countFirstVisits(
  { db, city }: ServerContext,
  period: Period,
  programmes: readonly (readonly string[])[],
): Promise<{ readonly byOutcome: readonly FirstVisits[]; readonly byDays: readonly FirstVisits[] }> {
  const day = (column: string) =>
    sql`(${sql.ref(column)} + ${sql.lit(city.settings.utcOffsetMinutes * 60_000)}) / ${sql.lit(DAY_MS)}`;
  const flags = programmes.map(
    (services) => sql`CASE WHEN EXISTS (SELECT 1 FROM visit_outcomes p WHERE p.city = b.city
      AND p.booking_id = b.id AND p.service IN (${sql.join([...services])})) THEN '1' ELSE '0' END`,
  );
  const flagged = flags.length === 0 ? sql`''` : sql.join(flags, sql` || `);
  const { rows } = await sql<FirstVisits>`WITH visits AS MATERIALIZED (
      SELECT b.area, ${day('b.submitted_at')} AS asked, ${day('b.closed_at')} AS visited,
        CASE WHEN ${IS_ALL_DONE} THEN 1 ELSE 0 END AS done, ${flagged} AS programmes
      FROM ${visitsOf(city.code, period)} AND NOT ${IS_FOLLOW_UP})
    SELECT area, NULL AS asked, NULL AS visited, done, programmes, count(*) AS people
      FROM visits GROUP BY area, done, programmes
    UNION ALL
    SELECT NULL, asked, visited, NULL, NULL, count(*) FROM visits GROUP BY asked, visited`.execute(db);
  return {
    byOutcome: rows.filter(({ area }) => area !== null),
    byDays: rows.filter(({ area }) => area === null),
  };
}

/** Sums up how many of these visits had every service done. */
export function shareOf(visits: readonly FirstVisits[]): Share {
  const sum = (some: readonly FirstVisits[]) => some.reduce((total, { people }) => total + Number(people), 0);
  return { done: sum(visits.filter(({ done }) => done === 1)), of: sum(visits) };
}
