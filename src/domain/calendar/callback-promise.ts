import type { CitySettings } from '../city/city';
import { holidayOn } from './holidays';
import { hoursOn } from './hours-on';
import {
  addDays,
  instantOf,
  type LocalDate,
  type LocalTime,
  localDateAt,
  minuteOfDay,
  weekdayOf,
} from './local-date';

const HOUR_MS = 3_600_000;
/** Nobody plans further ahead than this; a city that is closed for longer promises plain hours instead. */
const MAX_DAYS = 60;

type Opening = Pick<
  CitySettings,
  'windows' | 'rota' | 'holidays' | 'closures' | 'utcOffsetMinutes' | 'callbackWithinHours'
>;

/**
 * Returns the instant (Unix milliseconds) by which the desk calls whoever asks at `askedAtMs`:
 * `callbackWithinHours` opening hours later. The desk is open in the windows' hours on the rota's weekdays,
 * except on holidays and closures.
 */
export function callbackPromise(settings: Opening, askedAtMs: number): number {
  let leftMs = settings.callbackWithinHours * HOUR_MS;
  const today = localDateAt(askedAtMs, settings.utcOffsetMinutes);
  for (let day = 0; day < MAX_DAYS; day += 1) {
    for (const { startMs, endMs } of openOn(settings, addDays(today, day))) {
      const fromMs = Math.max(startMs, askedAtMs);
      if (endMs <= fromMs) continue;
      if (leftMs <= endMs - fromMs) return fromMs + leftMs;
      leftMs -= endMs - fromMs;
    }
  }
  return askedAtMs + settings.callbackWithinHours * HOUR_MS;
}

type Stretch = { readonly startMs: number; readonly endMs: number };

/** The open stretches of a day, in order; time in which windows overlap is counted once. */
function openOn(settings: Opening, date: LocalDate): readonly Stretch[] {
  const isWorkday = settings.rota.some(({ weekday }) => weekday === weekdayOf(date));
  if (!isWorkday || holidayOn(settings, date) !== undefined) return [];
  const closures = settings.closures.filter((closure) => closure.date === date && closure.unit === undefined);
  const at = (time: LocalTime) => instantOf(date, time, settings.utcOffsetMinutes);
  let openUntilMs = 0;
  return settings.windows
    .filter(({ id }) => !closures.some(({ window }) => window === undefined || window === id))
    .map((rule) => hoursOn(rule, date))
    .sort((a, b) => minuteOfDay(a.start) - minuteOfDay(b.start))
    .map(({ start, end }) => {
      const stretch = { startMs: Math.max(at(start), openUntilMs), endMs: at(end) };
      openUntilMs = Math.max(openUntilMs, stretch.endMs);
      return stretch;
    });
}
