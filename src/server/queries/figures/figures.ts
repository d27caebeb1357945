import { type RawBuilder, sql } from 'kysely';
import type { Figures, FiguresQuery } from '../../../contract/staff/figures';
import { instantOf, type LocalDate, type LocalTime, localDateAt } from '../../../domain/calendar/local-date';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import type { AreaCode } from '../../../domain/city/city';
import { hideSmall, hideSmallShare, type Share, SMALLEST_SHOWN } from '../../../domain/figures/hide-small';
import { sumUpWaiting } from '../../../domain/figures/waiting';
import { OUTCOMES, type Outcome } from '../../../domain/visit/outcome';
import { IS_FOLLOW_UP } from '../../db/booking/follow-up';
import type { ServerContext } from '../../db/engine/context';
import type { BookingChannel } from '../../db/schema/visit-tables';
import { IS_ALL_DONE, type Period, visitsOf } from './first-visits';

const CHANNELS = ['online', 'phone', 'kelurahan', 'callback'] as const;
const DAY_MS = 86_400_000;

/**
 * Counts what was done in whole months of the city's calendar.
 * - requests: bookings by the time of submission, cancelled ones too.
 * - visits: bookings with a crew's record, by the time the crew closed them.
 * - oneVisit ("satu kunjungan selesai"): of the period's first visits (visits that are no follow-up: {@link
 *   IS_FOLLOW_UP}), those at which every service was done. A referral, a refusal and nobody at home do not
 *   count as done; bookings without a crew's record (cancelled, ended by the desk) are in neither number. A
 *   programme's share counts the visits with at least one of its services, and judges all services of those
 *   visits.
 * - waiting: working days from submission to the crew's record, first visits only, against the city's
 *   promise.
 * - outcomes: by service, not by visit.
 */
export async function figuresOf(context: ServerContext, { from, to }: FiguresQuery): Promise<Figures> {
  const { city } = context;
  const period = periodOf(context, from, to);
  const requests = await countRequests(context, period);
  const visits = await countVisits(context, period);
  const outcomes = await countOutcomes(context, period);
  const firsts = await firstVisitsByArea(context, period);
  const byArea = (rows: readonly { area: AreaCode; total: number }[], area: AreaCode) =>
    sumOf(rows.filter((row) => row.area === area).map(({ total }) => total));
  const areas = city.areas.map(({ code }) => code);
  const requestsOf = hideSmall(areas.map((area) => byArea(requests, area)));
  const visitsIn = hideSmall(areas.map((area) => byArea(visits, area)));
  const channelCounts = hideSmall(
    CHANNELS.map((one) => sumOf(requests.filter(({ channel }) => channel === one).map(({ total }) => total))),
  );
  const outcomeCounts = hideSmall(
    OUTCOMES.map((one) => sumOf(outcomes.filter((row) => row.outcome === one).map(({ total }) => total))),
  );
  const areasOf = (kecamatan: string) =>
    city.areas.filter((area) => area.kecamatan === kecamatan).map(({ code }) => code);
  const kecamatan = [...new Set(city.areas.map((area) => area.kecamatan))];
  return {
    from,
    to,
    requests: sumOf(requests.map(({ total }) => total)),
    visits: sumOf(visits.map(({ total }) => total)),
    oneVisit: hideSmallShare(sumShares(firsts)),
    waiting: await waitingIn(context, period),
    outcomes: OUTCOMES.map((outcome, at) => ({ outcome, services: outcomeCounts[at] ?? null })),
    channels: CHANNELS.map((channel, at) => ({ channel, requests: channelCounts[at] ?? null })),
    programmes: await sharesByProgramme(context, period),
    kecamatan: kecamatan.map((name) => {
      const own = areasOf(name);
      return { name, oneVisit: hideSmallShare(sumShares(firsts.filter(({ area }) => own.includes(area)))) };
    }),
    kelurahan: areas.map((area, at) => ({
      area,
      requests: requestsOf[at] ?? null,
      visits: visitsIn[at] ?? null,
    })),
  };
}

function periodOf({ city }: ServerContext, from: string, to: string): Period {
  const [year = 0, month = 1] = to.split('-').map(Number);
  const end = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const start = (of: string) =>
    instantOf(`${of}-01` as LocalDate, '00:00' as LocalTime, city.settings.utcOffsetMinutes);
  return { from: start(from), to: start(end) };
}

async function countRequests({ db, city }: ServerContext, { from, to }: Period) {
  const { rows } = await sql<{ area: AreaCode; channel: BookingChannel; total: number }>`
    SELECT b.area, b.channel, count(*) AS total FROM bookings b
    WHERE b.city = ${city.code} AND b.submitted_at >= ${from} AND b.submitted_at < ${to}
    GROUP BY b.area, b.channel`.execute(db);
  return rows;
}

async function countVisits({ db, city }: ServerContext, period: Period) {
  const { rows } = await sql<{ area: AreaCode; total: number }>`
    SELECT b.area, count(*) AS total FROM ${visitsOf(city.code, period)} GROUP BY b.area`.execute(db);
  return rows;
}

async function countOutcomes({ db, city }: ServerContext, { from, to }: Period) {
  const { rows } = await sql<{ outcome: Outcome; total: number }>`
    SELECT o.outcome, count(*) AS total FROM bookings b
    JOIN visit_outcomes o ON o.city = b.city AND o.booking_id = b.id
    WHERE b.city = ${city.code} AND b.closed_at >= ${from} AND b.closed_at < ${to}
    GROUP BY o.outcome`.execute(db);
  return rows;
}

type AreaShare = Share & { readonly area: AreaCode };

async function firstVisitsByArea(
  { db, city }: ServerContext,
  period: Period,
  among: RawBuilder<unknown> = sql``,
): Promise<readonly AreaShare[]> {
  const { rows } = await sql<AreaShare>`
    SELECT b.area, count(*) AS "of", count(CASE WHEN ${IS_ALL_DONE} THEN 1 END) AS "done"
    FROM ${visitsOf(city.code, period)} AND NOT ${IS_FOLLOW_UP} ${among} GROUP BY b.area`.execute(db);
  return rows;
}

async function sharesByProgramme(context: ServerContext, period: Period) {
  const { services } = context.city.catalogue;
  const shares: { programme: string; oneVisit: Share | null }[] = [];
  for (const programme of new Set(services.map((service) => service.programme))) {
    const own = services.filter((service) => service.programme === programme).map(({ id }) => id);
    const among = sql`AND EXISTS (SELECT 1 FROM visit_outcomes p WHERE p.city = b.city AND p.booking_id = b.id
      AND p.service IN (${sql.join(own)}))`;
    const oneVisit = hideSmallShare(sumShares(await firstVisitsByArea(context, period, among)));
    shares.push({ programme, oneVisit });
  }
  return shares;
}

/** The database groups by the pair of days, so that few rows are read however many people waited. */
async function waitingIn({ db, city }: ServerContext, period: Period): Promise<Figures['waiting']> {
  const { utcOffsetMinutes, promiseWorkingDays } = city.settings;
  const day = (column: string) =>
    sql`(${sql.ref(column)} + ${sql.lit(utcOffsetMinutes * 60_000)}) / ${sql.lit(DAY_MS)}`;
  const { rows } = await sql<{ asked: number; visited: number; people: number }>`
    SELECT ${day('b.submitted_at')} AS asked, ${day('b.closed_at')} AS visited, count(*) AS people
    FROM ${visitsOf(city.code, period)} AND NOT ${IS_FOLLOW_UP} GROUP BY 1, 2`.execute(db);
  const date = (days: number) => localDateAt(days * DAY_MS, 0);
  const waits = rows.map(({ asked, visited, people }) => ({
    days: workingDaysBetween(city.settings, date(asked), date(visited)),
    people,
  }));
  const { medianDays, ...waiting } = sumUpWaiting(waits, promiseWorkingDays);
  if (waiting.people > 0 && waiting.people < SMALLEST_SHOWN) return null;
  const median = medianDays === undefined ? {} : { medianDays };
  return { ...waiting, ...median, promiseDays: promiseWorkingDays };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0);
}

function sumShares(shares: readonly Share[]): Share {
  return { done: sumOf(shares.map(({ done }) => done)), of: sumOf(shares.map((share) => share.of)) };
}
