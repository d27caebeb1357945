/** A day in the city's own zone, `YYYY-MM-DD`; never a day in the phone's zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A time of day in the city's own zone, `HH:MM`, 24 hours. */
export type LocalTime = string & { readonly __brand: 'LocalTime' };

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads a `YYYY-MM-DD` day that exists in the calendar; returns `undefined` for anything else. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!DATE_PATTERN.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  return new Date(at).toISOString().slice(0, 10) === text ? (text as LocalDate) : undefined;
}

/** Reads an `HH:MM` time of day; returns `undefined` for anything else. */
export function parseLocalTime(text: string): LocalTime | undefined {
  return TIME_PATTERN.test(text) ? (text as LocalTime) : undefined;
}

/** Returns the city's date at the instant `atMs` (Unix milliseconds). */
export function localDateAt(atMs: number, utcOffsetMinutes: number): LocalDate {
  return new Date(atMs + utcOffsetMinutes * MINUTE_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Returns the city's time of day at the instant `atMs` (Unix milliseconds). */
export function localTimeAt(atMs: number, utcOffsetMinutes: number): LocalTime {
  return new Date(atMs + utcOffsetMinutes * MINUTE_MS).toISOString().slice(11, 16) as LocalTime;
}

/** Returns the instant (Unix milliseconds) at which the city's clocks show `time` on `date`. */
export function instantOf(date: LocalDate, time: LocalTime, utcOffsetMinutes: number): number {
  return Date.parse(`${date}T${time}:00Z`) - utcOffsetMinutes * MINUTE_MS;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

export function weekdayOf(date: LocalDate): Weekday {
  const sundayIsZero = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (sundayIsZero === 0 ? 7 : sundayIsZero) as Weekday;
}

/** Minutes from `start` to `end` of the same day; negative when `end` is earlier. */
export function minutesBetween(start: LocalTime, end: LocalTime): number {
  return minuteOfDay(end) - minuteOfDay(start);
}

/** Minutes since midnight, 0 to 1439. */
export function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
