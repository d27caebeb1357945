import { sql } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import type { ServerContext } from '../engine/context';
import { prepareQuery } from '../engine/prepare-query';
import type { BookingColumns } from '../schema/booking-columns';

type Range = { readonly city: string; readonly from: number; readonly to: number };

const countBetween = prepareQuery((db, { city, from, to }: Range) =>
  db
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('state', '=', 'waiting')
    .where('submitted_change', '>=', from)
    .where('submitted_change', '<', to),
);

/**
 * Returns the place of each of these bookings on the waiting list, 1 for the next; 0 for one that does not wait. The list
 * is counted through once, however many rows there are.
 */
export async function readPlaces(
  context: Pick<ServerContext, 'db' | 'engine' | 'city'>,
  rows: readonly Pick<BookingColumns, 'id' | 'state' | 'submitted_change'>[],
): Promise<(id: BookingId) => number> {
  const waiting = rows
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.submitted_change - b.submitted_change);
  const ranges = waiting.map(({ submitted_change: to }, at) => ({
    from: waiting[at - 1]?.submitted_change ?? 0,
    to,
  }));
  const counts = await (context.engine === 'sqlite' ? countEach : countAtOnce)(context, ranges);
  const places = new Map<BookingId, number>();
  let before = 0;
  for (const [at, { id }] of waiting.entries()) {
    before += counts[at] ?? 0;
    places.set(id, before + 1);
  }
  return (id) => places.get(id) ?? 0;
}

type Ranges = readonly Omit<Range, 'city'>[];
type Place = Pick<ServerContext, 'db' | 'city'>;

async function countEach({ db, city }: Place, ranges: Ranges): Promise<number[]> {
  const counts: number[] = [];
  for (const range of ranges) {
    const [counted] = await countBetween(db, { city: city.code, ...range });
    counts.push(Number(counted?.count ?? 0));
  }
  return counts;
}

/** For PostgreSQL: a page of 50 who wait is one way to the database instead of 50. */
async function countAtOnce({ db, city }: Place, ranges: Ranges): Promise<number[]> {
  if (ranges.length === 0) return [];
  const { rows } = await sql<{
    count: number;
  }>`SELECT (SELECT count(*) FROM bookings b WHERE b.city = ${city.code}
      AND b.state = 'waiting' AND b.submitted_change >= r."from" AND b.submitted_change < r."to") AS count
    FROM ROWS FROM (json_to_recordset(${JSON.stringify(ranges)}::json) AS ("from" bigint, "to" bigint))
      WITH ORDINALITY AS r ("from", "to", place) ORDER BY r.place`.execute(db);
  return rows.map(({ count }) => Number(count));
}
