import type { LocalDate } from '../../../domain/calendar/local-date';
import { dayParts } from '../../copy/day-names';

/** Returns a day of the city as `Selasa, 1 Desember 2026`, whatever the phone's time zone. */
export function residentDayWords(date: LocalDate, locale: string): string {
  const { weekday, day, month, year } = dayParts(date, locale, 'long');
  return `${weekday}, ${day} ${month} ${year}`;
}
