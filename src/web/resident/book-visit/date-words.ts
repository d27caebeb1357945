import type { LocalDate } from '../../../domain/calendar/local-date';
import type { Hours } from '../../../domain/calendar/window';
import { timeWords } from '../../copy/dates';
import { dayParts } from '../../copy/day-names';
import { spokenLocale } from '../../copy/words';

/** `Selasa, 1 Desember 2026`, in the city's own day, whatever the phone's zone. */
export function dayWords(date: LocalDate, locale: string): string {
  const { weekday, day, month, year } = dayParts(date, locale, 'long');
  return `${weekday}, ${day} ${month} ${year}`;
}

/** `08.00-11.30`, as the spoken language writes hours. */
export function hoursWords({ start, end }: Hours): string {
  return `${timeWords(start, spokenLocale())}-${timeWords(end, spokenLocale())}`;
}
