import type { LocalDate } from '../../../domain/calendar/local-date';
import type { Hours } from '../../../domain/calendar/window';

/** `Selasa, 1 Desember 2026`. The day is the city's own, so it is read and written in UTC, whatever the phone's zone. */
export function dayWords(date: LocalDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`));
}

/** `08.00-11.30`, with dots as Indonesian writes hours. */
export function hoursWords({ start, end }: Hours): string {
  return `${start}-${end}`.replaceAll(':', '.');
}
