import { dayParts } from './day-names';
import { withZone } from './zone';

/**
 * Formats `2026-12-01` short, for tables: `Sel 1 Des 2026`, without the year if it is the year of `today`.
 */
export function shortDayWords(date: string, locale: string, today?: string): string {
  const { weekday, day, month, year } = dayParts(date, locale, 'short');
  return [weekday, day, month, ...(isSameYear(date, today) ? [] : [year])].join(' ');
}

function isSameYear(date: string, today: string | undefined): boolean {
  return today?.slice(0, 4) === date.slice(0, 4);
}

/** Formats `2026-12-01` in full: `Selasa 1 Desember 2026`. */
export function fullDayWords(date: string, locale: string): string {
  const { weekday, day, month, year } = dayParts(date, locale, 'long');
  return `${weekday} ${day} ${month} ${year}`;
}

/** Formats `2026-12-01` without weekday and year, for what returns every year: `1 Desember`. */
export function yearlyDayWords(date: string, locale: string): string {
  const { day, month } = dayParts(date, locale, 'long');
  return `${day} ${month}`;
}

/** Names a day of the week, 1 for Monday to 7: `Senin`. */
export function weekdayWords(weekday: number, locale: string): string {
  const monday = Date.parse('2024-01-01T00:00:00Z');
  const date = new Date(monday + (weekday - 1) * 86_400_000).toISOString().slice(0, 10);
  return dayParts(date, locale, 'long').weekday;
}

/** Formats a time of day: `08.00` in Indonesian and Javanese, `08:00` in English; with its zone where that is shown. */
export function timeWords(time: string, locale: string): string {
  return withZone(clockWords(time, locale));
}

function clockWords(time: string, locale: string): string {
  return locale === 'en' ? time : time.replace(':', '.');
}

/** Formats hours of the city: `08.00–11.30`. */
export function hourWords(
  { start, end }: { readonly start: string; readonly end: string },
  locale = 'id',
): string {
  return withZone(`${clockWords(start, locale)}–${clockWords(end, locale)}`);
}

/**
 * Formats an ISO instant short, on the city's clock: `24 Nov 2026, 22.15`, without the year if it is the year
 * of `nowMs` (Unix milliseconds).
 */
export function instantWords(
  instant: string,
  locale: string,
  utcOffsetMinutes: number,
  nowMs?: number,
): string {
  const localAt = (atMs: number) => new Date(atMs + utcOffsetMinutes * 60_000).toISOString();
  const local = localAt(Date.parse(instant));
  const { day, month, year } = dayParts(local.slice(0, 10), locale, 'short');
  const isThisYear = nowMs !== undefined && isSameYear(local, localAt(nowMs));
  return `${day} ${month}${isThisYear ? '' : ` ${year}`}, ${timeWords(local.slice(11, 16), locale)}`;
}
