import type { CitySettings } from '../city/city';
import { addDays, type LocalDate } from './local-date';

/** Public holidays that fall on the same date every year, by law, with that law. */
const FIXED_HOLIDAYS = [
  // Keppres 24/1953 and Keppres 251/1967.
  { monthDay: '01-01', name: 'Tahun Baru Masehi' },
  // Keppres 24/2013.
  { monthDay: '05-01', name: 'Hari Buruh Internasional' },
  // Keppres 24/2016.
  { monthDay: '06-01', name: 'Hari Lahir Pancasila' },
  // Keppres 24/1953 and Keppres 251/1967.
  { monthDay: '08-17', name: 'Hari Kemerdekaan' },
  { monthDay: '12-25', name: 'Hari Raya Natal' },
] as const;

/** How long before the first day that could be requested the missing holidays of its year are asked for. */
const NOTICE_DAYS = 61;

type Holidays = Pick<CitySettings, 'holidays'>;

/**
 * Returns the name of the holiday on `date`: one that the city has set, else one that the law fixes for every
 * year. No visits are made on it.
 */
export function holidayOn({ holidays }: Holidays, date: LocalDate): string | undefined {
  return (
    holidays.find((holiday) => holiday.date === date)?.name ??
    FIXED_HOLIDAYS.find(({ monthDay }) => date.endsWith(`-${monthDay}`))?.name
  );
}

/** Returns the holidays that the law fixes, on their dates of `year`. */
export function fixedHolidaysOf(
  year: number,
): readonly { readonly date: LocalDate; readonly name: string }[] {
  return FIXED_HOLIDAYS.map(({ monthDay, name }) => ({ date: `${year}-${monthDay}` as LocalDate, name }));
}

/**
 * Returns the years of which residents can request days within two months from `today`, and for which the city
 * has set no movable holiday (Idulfitri, Nyepi, joint leave). The joint decree of three ministers sets these
 * for one year at a time, so no rule can know them.
 */
export function yearsWithoutMovableHolidays(
  { holidays, horizonDays }: Pick<CitySettings, 'holidays' | 'horizonDays'>,
  today: LocalDate,
): readonly number[] {
  const first = yearOf(today);
  const last = yearOf(addDays(today, horizonDays + NOTICE_DAYS));
  const years = Array.from({ length: last - first + 1 }, (_, after) => first + after);
  return years.filter((year) => !holidays.some(({ date }) => yearOf(date) === year && isMovable(date)));
}

function isMovable(date: LocalDate): boolean {
  return FIXED_HOLIDAYS.every(({ monthDay }) => !date.endsWith(`-${monthDay}`));
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
