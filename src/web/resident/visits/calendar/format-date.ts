import type { OfferedWindow } from '../../../../contract/booking-row';
import { localDateAt, localTimeAt } from '../../../../domain/calendar/local-date';
import type { WindowRule } from '../../../../domain/calendar/window';
import { fullDayWords, hourWords, timeWords } from '../../../copy/dates';
import { spokenLocale } from '../../../copy/words';

/** `Selasa 1 Desember` where the year is this one, else with it: for lists of days that are near. `nowMs`: Unix milliseconds. */
export function formatNearDate(date: string, nowMs: number, utcOffsetMinutes: number): string {
  const thisYear = ` ${localDateAt(nowMs, utcOffsetMinutes).slice(0, 4)}`;
  const words = formatDate(date);
  return words.endsWith(thisYear) ? words.slice(0, -thisYear.length) : words;
}

/** `2026-12-01` as people say it in the spoken language, always with its year: `Selasa 1 Desember 2026`. */
export function formatDate(date: string): string {
  return fullDayWords(date, spokenLocale());
}

/** `08.00–11.30`, hours of the city. */
export function formatHours(hours: Pick<OfferedWindow, 'start' | 'end'>): string {
  return hourWords(hours, spokenLocale());
}

/** `Selasa 1 Desember 2026, 08.00–11.30`. */
export function formatWindow(window: Pick<OfferedWindow, 'date' | 'start' | 'end'>): string {
  return `${formatDate(window.date)}, ${formatHours(window)}`;
}

/** A wish, whose hours are not promised: `Selasa 1 Desember 2026, pagi`. */
export function formatChoice(choice: { date: string; window: string }, rules: readonly WindowRule[]): string {
  const name = rules.find((rule) => rule.id === choice.window)?.name ?? choice.window;
  return `${formatDate(choice.date)}, ${name.toLowerCase()}`;
}

/** An ISO instant on the city's clock: `Selasa 24 November 2026, 22.15`. */
export function formatInstant(instant: string, utcOffsetMinutes: number): string {
  const atMs = Date.parse(instant);
  const time = timeWords(localTimeAt(atMs, utcOffsetMinutes), spokenLocale());
  return `${formatDate(localDateAt(atMs, utcOffsetMinutes))}, ${time}`;
}

/** `22.15` on `date` of the city, with its day on any other. */
export function formatClock(instant: string, date: string | undefined, utcOffsetMinutes: number): string {
  const atMs = Date.parse(instant);
  if (localDateAt(atMs, utcOffsetMinutes) !== date) return formatInstant(instant, utcOffsetMinutes);
  return timeWords(localTimeAt(atMs, utcOffsetMinutes), spokenLocale());
}
