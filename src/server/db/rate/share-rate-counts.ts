import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { ServerContext } from '../engine/context';
import { prepareQuery } from '../engine/prepare-query';
import { subkeyOf } from '../secret/seal';

/** What one process has counted since it last reported. */
export type RateCount = {
  readonly key: string;
  /** Unix milliseconds; start of the window as this process knows it. */
  readonly startedAtMs: number;
  readonly add: number;
};

/** What all processes have counted in the window that began first and is not over. */
export type SharedRateCount = {
  readonly key: string;
  readonly startedAtMs: number;
  readonly count: number;
};

type Told = { readonly city: string; readonly counts: string; readonly overBefore: number };
type Row = { readonly subject: string; readonly started_at: number; readonly count: number };

/** A window that is over is replaced by the new one. */
const sum = (overBefore: number) => sql`ON CONFLICT (city, subject) DO UPDATE SET
  count = excluded.count + CASE WHEN rate_counts.started_at > ${overBefore} THEN rate_counts.count ELSE 0 END,
  started_at = CASE WHEN rate_counts.started_at > ${overBefore} THEN rate_counts.started_at
    ELSE excluded.started_at END
  RETURNING subject, started_at, count`;

const addOnSqlite = prepareQuery((db, { city, counts, overBefore }: Told) => ({
  compile: () =>
    sql<Row>`INSERT INTO rate_counts (city, subject, started_at, count)
      SELECT ${city}, value ->> 'subject', value ->> 'since', value ->> 'n' FROM json_each(${counts}) WHERE true
      ${sum(overBefore)}`.compile(db),
}));

const addOnPostgres = prepareQuery((db, { city, counts, overBefore }: Told) => ({
  compile: () =>
    sql<Row>`INSERT INTO rate_counts (city, subject, started_at, count)
      SELECT ${city}::text, subject, since, n
      FROM json_to_recordset(${counts}::json) AS told (subject text, since bigint, n bigint)
      ${sum(overBefore)}`.compile(db),
}));

/**
 * Adds what this process counted to what the others counted, in one statement, and returns the sums.
 * Addresses and devices are in the database only as keyed hashes.
 */
export async function shareRateCounts(
  context: ServerContext,
  counts: readonly RateCount[],
  overBeforeMs: number,
): Promise<SharedRateCount[]> {
  const key = subkeyOf(context, 'rates');
  const subjectOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const keys = new Map(counts.map((count) => [subjectOf(count.key), count.key]));
  // In one fixed order, so that two processes never wait for each other.
  const told = counts
    .map(({ key: text, startedAtMs, add }) => ({ subject: subjectOf(text), since: startedAtMs, n: add }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const add = context.engine === 'sqlite' ? addOnSqlite : addOnPostgres;
  const rows = await add(context.db, {
    city: context.city.code,
    counts: JSON.stringify(told),
    overBefore: overBeforeMs,
  });
  return rows.flatMap(({ subject, started_at, count }) => {
    const text = keys.get(subject);
    return text === undefined ? [] : [{ key: text, startedAtMs: started_at, count }];
  });
}
