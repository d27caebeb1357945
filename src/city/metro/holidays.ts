import type { LocalDate } from '../../domain/calendar/local-date';
import type { CitySettings } from '../../domain/city/city';

/** Holidays whose day of the year is fixed by law; they fall on the same date every year. */
const FIXED = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Hari Raya Natal'],
] as const;

const YEARS = [2026, 2027];

/**
 * Days without visits. Only fixed dates are here. The others (Idulfitri, Nyepi, Waisak, ..., and joint leave) are set
 * each year by the joint decree of three ministers (SKB 3 Menteri): enter them from it.
 */
export const holidays: CitySettings['holidays'] = YEARS.flatMap((year) =>
  FIXED.map(([day, name]) => ({ date: `${year}-${day}` as LocalDate, name })),
);
