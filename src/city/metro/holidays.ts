import type { LocalDate } from '../../domain/calendar/local-date';
import type { CitySettings } from '../../domain/city/city';

/** Public holidays that the law fixes on the same date every year. */
const FIXED = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan'],
  ['12-25', 'Hari Raya Natal'],
] as const;

const YEARS = [2026, 2027];

/**
 * Days without visits. Only fixed dates are here. The joint decree of three ministers (SKB 3 Menteri) sets
 * the others each year (Idulfitri, Nyepi, Waisak and so on, and joint leave): enter them from the decree.
 */
export const holidays: CitySettings['holidays'] = YEARS.flatMap((year) =>
  FIXED.map(([day, name]) => ({ date: `${year}-${day}` as LocalDate, name })),
);
