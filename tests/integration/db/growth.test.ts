import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { BookingId, PublicNumber } from '../../../src/domain/booking/booking';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { keepStatistics } from '../../../src/server/db/engine/keep-statistics';
import { migrate } from '../../../src/server/db/engine/migrate';
import { indexMentions } from '../../../src/server/jobs/audit/index-mentions';
import { dateOverBookings } from '../../../src/server/jobs/booking/date-over-bookings';
import { eraseExpiredBookings } from '../../../src/server/jobs/booking/erase-expired-bookings';
import { promoteWaiting } from '../../../src/server/jobs/capacity/promote-waiting';
import { indexOutcomes } from '../../../src/server/jobs/visit/index-outcomes';
import { auditPage, verifyAudit } from '../../../src/server/queries/audit/audit-page';
import { queuePage } from '../../../src/server/queries/booking/queue';
import { engines, startDatabases } from '../../support/databases';
import { type GrownCity, growCity } from '../../support/growth/grow-city';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const DAY_MS = 86_400_000;
/** More than the waiting list, the audit or a job reads at once. */
const BOOKINGS = 2_000;

/** What the product wrote before it had an index for it. */
function mentionsByHand({ db }: ServerContext, number: string) {
  return sql<{ seq: number }>`SELECT seq FROM audit_entries WHERE detail LIKE ${`%"${number}"%`}
    OR booking_id IN (SELECT id FROM bookings WHERE number = ${number}) ORDER BY seq DESC`.execute(db);
}

describe.each(engines)('a city that has grown on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);
  let filled: Promise<GrownCity> | undefined;
  const grown = () => {
    filled ??= databases.createEmpty().then((place) => growCity(place, BOOKINGS, NOW));
    return filled;
  };

  test('is brought up in words, a new one without any', async () => {
    const { words } = await grown();
    expect(words.length).toBeGreaterThan(0);
    expect(words.at(-1)).toMatch(/^The database is brought to version \d+\./);
    const { db } = await (await databases.createEmpty()).open();
    const said: string[] = [];
    await migrate(db, engine, undefined, (line) => said.push(line));
    expect(said).toEqual([]);
  });

  test('finds in the audit every list that showed a booking, before and after its job', async () => {
    const { context, numbers } = await grown();
    const seqsOf = async (asked: Parameters<typeof auditPage>[1]) =>
      (await auditPage(context, asked)).lines.map(({ seq }) => seq);
    const expected = (await mentionsByHand(context, numbers.closed)).rows.map(({ seq }) => seq);
    expect(expected.length).toBeGreaterThan(1);
    expect(await seqsOf({ number: numbers.closed })).toEqual(expected);
    await Promise.all([indexMentions(context), indexMentions(context)]);
    const head = await context.db.selectFrom('audit_heads').select('unmentioned').executeTakeFirst();
    expect(head?.unmentioned).toBe(0);
    expect(await seqsOf({ number: numbers.closed })).toEqual(expected);
    expect(await seqsOf({ number: numbers.closed, after: String(expected[1]) })).toEqual(expected.slice(2));
    expect(await seqsOf({ number: '00000000' as PublicNumber })).toEqual([]);
    expect(await seqsOf({ from: new Date(NOW + DAY_MS).toISOString() })).toEqual([]);
    const yesterday = NOW - DAY_MS;
    const since = await sql<{ seq: number }>`SELECT seq FROM audit_entries WHERE at >= ${yesterday}
      ORDER BY seq DESC LIMIT 200`.execute(context.db);
    expect(await seqsOf({ from: new Date(yesterday).toISOString() })).toEqual(
      since.rows.map(({ seq }) => seq),
    );
    expect(await verifyAudit(context)).toMatchObject({ isWhole: true });
  });

  test('keeps what leads to the lists from being taken away', async () => {
    const { context } = await grown();
    await expect(sql`DELETE FROM audit_mentions`.execute(context.db)).rejects.toThrow('can only be added to');
    await expect(sql`UPDATE audit_mentions SET block = 0`.execute(context.db)).rejects.toThrow(
      'can only be added to',
    );
  });

  test('pages through every booking once, under each filter, and counts no further than anybody reads', async () => {
    const { context, numbers } = await grown();
    const area = metro.areas[0]?.code;
    const [unit] = metro.settings.units;
    if (area === undefined || unit === undefined) throw new Error('the city has neither areas nor units');
    const all = await pagesOf(context, { view: 'all' });
    expect(new Set(all).size).toBe(BOOKINGS);
    expect(all).toHaveLength(BOOKINGS);
    const first = await queuePage(context, { view: 'all' });
    expect(first).toMatchObject({ total: 500, isMore: true });
    const sizeOf = async (where: ReturnType<typeof sql>) =>
      (
        await sql<{
          n: number;
        }>`SELECT count(*) AS n FROM bookings b LEFT JOIN reservations r ON r.booking_id = b.id
        WHERE ${where}`.execute(context.db)
      ).rows.map(({ n }) => Number(n))[0];
    const over = sql`b.state IN ('closed', 'cancelled')`;
    expect(await pagesOf(context, { view: 'over', area })).toHaveLength(
      (await sizeOf(sql`${over} AND b.area = ${area}`)) ?? -1,
    );
    expect(await pagesOf(context, { view: 'over', unit: unit.id })).toHaveLength(
      (await sizeOf(sql`${over} AND r.unit = ${unit.id}`)) ?? -1,
    );
    expect(await pagesOf(context, { view: 'over', unit: unit.id, area })).toHaveLength(
      (await sizeOf(sql`${over} AND r.unit = ${unit.id} AND b.area = ${area}`)) ?? -1,
    );
    expect(await pagesOf(context, { view: 'open', areas: [area] })).toHaveLength(
      (await sizeOf(sql`NOT (${over}) AND b.area = ${area}`)) ?? -1,
    );
    expect(await pagesOf(context, { view: 'all', q: numbers.closed })).toEqual([numbers.closed]);
    expect(await pagesOf(context, { view: 'open', q: numbers.closed })).toEqual([]);
    const { lines } = await queuePage(context, { view: 'waiting' });
    expect(lines.map(({ place }) => place)).toEqual(lines.map((_, at) => at + 1));
  });

  test('erases what is due though it was over before that was noted, and lets go of phones that were told', async () => {
    const nowMs = NOW + 10 * DAY_MS;
    const context = { ...(await grown()).context, clock: () => nowMs };
    const due = nowMs - metro.settings.bookingDays * DAY_MS;
    const byHand = await sql<{ id: BookingId }>`SELECT b.id FROM bookings b WHERE b.erased_at IS NULL
      AND b.state IN ('closed', 'cancelled') AND (SELECT max(e.at) FROM events e WHERE e.booking_id = b.id
        AND e.from_state <> e.to_state AND e.to_state IN ('closed', 'cancelled')) <= ${due}`.execute(
      context.db,
    );
    expect(byHand.rows.length).toBeGreaterThan(0);
    const dated = await Promise.all([dateOverBookings(context), dateOverBookings(context)]);
    expect(Math.max(...dated)).toBeGreaterThan(0);
    expect(await dateOverBookings(context)).toBe(0);
    expect(await eraseExpiredBookings(context)).toBe(byHand.rows.length);
    expect(await eraseExpiredBookings(context)).toBe(0);
    const later = { ...context, clock: () => nowMs + 61 * DAY_MS };
    await eraseExpiredBookings(later);
    const ids = byHand.rows.map(({ id }) => id);
    const links = await context.db
      .selectFrom('booking_devices')
      .select('booking_id')
      .where('booking_id', 'in', ids)
      .execute();
    expect(links).toEqual([]);
  });

  test('looks for outcomes that are missing once, and never again', async () => {
    const { context } = await grown();
    const lost = await sql<{
      booking_id: BookingId;
    }>`SELECT booking_id FROM visit_outcomes ORDER BY booking_id LIMIT 1`.execute(context.db);
    const id = lost.rows[0]?.booking_id;
    if (id === undefined) throw new Error('the city has no visit');
    await context.db.deleteFrom('visit_outcomes').where('booking_id', '=', id).execute();
    expect(await indexOutcomes(context)).toBe(1);
    await context.db.deleteFrom('visit_outcomes').where('booking_id', '=', id).execute();
    expect(await indexOutcomes(context)).toBe(0);
  });

  test('gives dates in the order of the waiting list, however long it is', async () => {
    const { context } = await grown();
    const waitingBefore = await waitingIds(context);
    const promoted = await promoteWaiting(context);
    expect(promoted).toBeGreaterThan(0);
    const left = await waitingIds(context);
    expect(left).toHaveLength(waitingBefore.length - promoted);
    expect(await promoteWaiting(context)).toBe(0);
  });

  test('knows how much it holds', async () => {
    const { context } = await grown();
    await keepStatistics(context);
    await keepStatistics(context);
    const known =
      engine === 'sqlite'
        ? await sql<{ of: string }>`SELECT DISTINCT tbl AS of FROM sqlite_stat1`.execute(context.db)
        : await sql<{ of: string }>`SELECT relname AS of FROM pg_class WHERE reltuples > 0`.execute(
            context.db,
          );
    const tables = known.rows.map((row) => row.of);
    expect(tables).toEqual(expect.arrayContaining(['bookings', 'events', 'audit_entries', 'reservations']));
  });
});

async function waitingIds({ db }: ServerContext) {
  return db
    .selectFrom('bookings')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('submitted_change')
    .execute();
}

/** Reads all pages; returns the numbers as the desk sees them. */
async function pagesOf(context: ServerContext, asked: Parameters<typeof queuePage>[1]): Promise<string[]> {
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await queuePage(context, { ...asked, ...(after === undefined ? {} : { after }) });
    numbers.push(...page.lines.map(({ number }) => number));
    after = page.next;
  } while (after !== undefined);
  return numbers;
}
