import type { LocalDate } from '../../../domain/calendar/local-date';
import { dayParts } from '../../copy/day-names';

/** `Selasa, 1 Desember 2026`, in the city's own day, whatever the phone's zone. */
export function residentDayWords(date: LocalDate, locale: string): string {
  const { weekday, day, month, year } = dayParts(date, locale, 'long');
  return `${weekday}, ${day} ${month} ${year}`;
}
