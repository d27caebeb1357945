import { sql } from 'kysely';
import type { Figures, FiguresQuery } from '../../../contract/staff/figures';
import { instantOf, type LocalDate, type LocalTime, localDateAt } from '../../../domain/calendar/local-date';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import type { AreaCode } from '../../../domain/city/city';
import { hideSmall, hideSmallShare, SMALLEST_SHOWN } from '../../../domain/figures/hide-small';
import { sumUpWaiting } from '../../../domain/figures/waiting';
import { OUTCOMES, type Outcome } from '../../../domain/visit/outcome';
import { asideOf, type ServerContext } from '../../db/engine/context';
import type { BookingChannel } from '../../db/schema/visit-tables';
import { countFirstVisits, type FirstVisits, type Period, shareOf, visitsOf } from './first-visits';

const CHANNELS = ['online', 'phone', 'kelurahan', 'callback'] as const;
const DAY_MS = 86_400_000;

/**
 * Counts what was done in whole months of the city's calendar.
 * - requests: bookings by the time of submission, cancelled ones too.
 * - visits: bookings with a crew's record, by the time the crew closed them.
 * - oneVisit ("satu kunjungan selesai"): of the period's first visits (visits that are no follow-up:
 *   db/booking/follow-up.ts), those at which every service was done. A referral, a refusal and nobody at home do not
 *   count as done; bookings without a crew's record (cancelled, ended by the desk) are in neither number. A
 *   programme's share counts the visits with at least one of its services, and judges all services of those
 *   visits.
 * - waiting: working days from submission to the crew's record, first visits only, against the city's
 *   promise.
 * - outcomes: by service, not by visit.
 */
export async function figuresOf(asked: ServerContext, { from, to }: FiguresQuery): Promise<Figures> {
  const context = asideOf(asked);
  const { city } = context;
  const period = periodOf(context, from, to);
  const requests = await countRequests(context, period);
  const visits = await countVisits(context, period);
  const outcomes = await countOutcomes(context, period);
  const programmes = programmesOf(context);
  const { byOutcome: firsts, byDays } = await countFirstVisits(
    context,
    period,
    programmes.map(({ services }) => services),
  );
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
    oneVisit: hideSmallShare(shareOf(firsts)),
    waiting: waitingOf(context, byDays),
    outcomes: OUTCOMES.map((outcome, at) => ({ outcome, services: outcomeCounts[at] ?? null })),
    channels: CHANNELS.map((channel, at) => ({ channel, requests: channelCounts[at] ?? null })),
    programmes: programmes.map(({ programme }, at) => ({
      programme,
      oneVisit: hideSmallShare(shareOf(firsts.filter((visit) => visit.programmes?.[at] === '1'))),
    })),
    kecamatan: kecamatan.map((name) => {
      const own = areasOf(name);
      return {
        name,
        oneVisit: hideSmallShare(shareOf(firsts.filter(({ area }) => area !== null && own.includes(area)))),
      };
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

/** The programmes with the services that they have today. */
function programmesOf({ city: { catalogue } }: ServerContext) {
  const names = new Set(catalogue.services.map(({ programme }) => programme));
  return [...names].map((programme) => ({
    programme,
    services: catalogue.services.filter((service) => service.programme === programme).map(({ id }) => id),
  }));
}

/** Few pairs of days stand for many people. */
function waitingOf({ city }: ServerContext, byDays: readonly FirstVisits[]): Figures['waiting'] {
  const { promiseWorkingDays } = city.settings;
  const date = (days: number | null) => localDateAt(Number(days) * DAY_MS, 0);
  const waits = byDays.map(({ asked, visited, people }) => ({
    days: workingDaysBetween(city.settings, date(asked), date(visited)),
    people: Number(people),
  }));
  const { medianDays, ...waiting } = sumUpWaiting(waits, promiseWorkingDays);
  if (waiting.people > 0 && waiting.people < SMALLEST_SHOWN) return null;
  const median = medianDays === undefined ? {} : { medianDays };
  return { ...waiting, ...median, promiseDays: promiseWorkingDays };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0);
}
