import type { OfferedWindow } from '../../../../contract/booking-row';
import { localDateAt, localTimeAt } from '../../../../domain/calendar/local-date';
import type { WindowRule } from '../../../../domain/calendar/window';
import { fullDayWords, hourWords, timeWords } from '../../../copy/dates';
import { spokenLocale } from '../../../copy/words';

/**
 * Formats a near day: `Selasa 1 Desember`, with the year only when it is another year than now. `nowMs`: Unix
 * milliseconds.
 */
export function formatNearDate(date: string, nowMs: number, utcOffsetMinutes: number): string {
  const thisYear = ` ${localDateAt(nowMs, utcOffsetMinutes).slice(0, 4)}`;
  const words = formatDate(date);
  return words.endsWith(thisYear) ? words.slice(0, -thisYear.length) : words;
}

/** Formats `2026-12-01` in the current language, always with the year: `Selasa 1 Desember 2026`. */
export function formatDate(date: string): string {
  return fullDayWords(date, spokenLocale());
}

/** Formats hours of the city: `08.00–11.30`. */
export function formatHours(hours: Pick<OfferedWindow, 'start' | 'end'>): string {
  return hourWords(hours, spokenLocale());
}

/** Formats a window: `Selasa 1 Desember 2026, 08.00–11.30`. */
export function formatWindow(window: Pick<OfferedWindow, 'date' | 'start' | 'end'>): string {
  return `${formatDate(window.date)}, ${formatHours(window)}`;
}

/**
 * Formats a preference, without hours, because hours are not promised yet: `Selasa 1 Desember 2026, pagi`.
 */
export function formatChoice(choice: { date: string; window: string }, rules: readonly WindowRule[]): string {
  const name = rules.find((rule) => rule.id === choice.window)?.name ?? choice.window;
  return `${formatDate(choice.date)}, ${name.toLowerCase()}`;
}

/** Formats an ISO instant on the city's clock: `Selasa 24 November 2026, 22.15`. */
export function formatInstant(instant: string, utcOffsetMinutes: number): string {
  const atMs = Date.parse(instant);
  const time = timeWords(localTimeAt(atMs, utcOffsetMinutes), spokenLocale());
  return `${formatDate(localDateAt(atMs, utcOffsetMinutes))}, ${time}`;
}

/** Formats an ISO instant as `22.15` when it falls on `date` in the city, otherwise with its day. */
export function formatClock(instant: string, date: string | undefined, utcOffsetMinutes: number): string {
  const atMs = Date.parse(instant);
  if (localDateAt(atMs, utcOffsetMinutes) !== date) return formatInstant(instant, utcOffsetMinutes);
  return timeWords(localTimeAt(atMs, utcOffsetMinutes), spokenLocale());
}
