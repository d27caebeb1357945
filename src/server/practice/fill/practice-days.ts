import {
  addDays,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDateAt,
} from '../../../domain/calendar/local-date';
import { slotsFor } from '../../../domain/calendar/slots';
import { ANY_UNIT, type UnitNeeds } from '../../../domain/calendar/unit-needs';
import type { WindowChoice } from '../../../domain/calendar/window';
import type { Area, City } from '../../../domain/city/city';

/** Longer than the longest run of holidays. */
const DAYS_BEFORE = 21;
const DAYS_AFTER = 21;
/** Before any closing time, so that the next day can still be requested. */
const MORNING = '07:00' as LocalTime;
const MORNING_MS = 60 * 60_000;

/** The days on which the practice city's units are on the road. */
export type PracticeDays = {
  readonly today: LocalDate;
  readonly isToday: boolean;
  /** The last of these days before today. */
  readonly past: LocalDate;
  /** Today or, when no unit is on the road today, the next such day; then those after it. */
  readonly coming: readonly LocalDate[];
};

export function practiceDays(city: City, nowMs: number): PracticeDays {
  const today = localDateAt(nowMs, city.settings.utcOffsetMinutes);
  const from = addDays(today, -DAYS_BEFORE);
  const days = DAYS_BEFORE + DAYS_AFTER;
  const slots = city.areas.flatMap(({ code }) => slotsFor(city, { ...ANY_UNIT, area: code, from, days }));
  const dates = [...new Set(slots.map(({ date }) => date))].toSorted();
  const coming = dates.filter((date) => date >= today);
  const past = dates.filter((date) => date < today).at(-1);
  if (past === undefined || coming.length < 2) throw new Error('practice: the rota has too few days');
  return { today, isToday: coming[0] === today, past, coming };
}

/** Returns the windows of one day in which a unit that can make such a visit comes to an area. */
export function windowsOn(city: City, area: Area, date: LocalDate, needs: UnitNeeds): WindowChoice[] {
  const slots = slotsFor(city, { ...needs, area: area.code, from: date, days: 1 });
  const windows = [...new Set(slots.map(({ window }) => window))];
  return windows.map((window) => ({ date, window }));
}

/**
 * Returns when person `index` asked for that day (Unix milliseconds): some days before it, on a morning
 * already past.
 */
export function askedAt(city: City, date: LocalDate, index: number, nowMs: number): number {
  const { utcOffsetMinutes, leadDays } = city.settings;
  const morningOf = (day: LocalDate) => instantOf(day, MORNING, utcOffsetMinutes);
  const today = localDateAt(nowMs, utcOffsetMinutes);
  const isMorningOver = nowMs >= morningOf(today) + MORNING_MS;
  const latest = morningOf(isMorningOver ? today : addDays(today, -1));
  const wanted = morningOf(addDays(date, -leadDays - (index % 3)));
  return Math.min(wanted, latest) + index * 30_000;
}
