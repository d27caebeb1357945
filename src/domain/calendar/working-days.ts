import type { CitySettings } from '../city/city';
import { holidayOn } from './holidays';
import { addDays, type LocalDate, weekdayOf } from './local-date';

/** A wait longer than this is counted as this long. */
const MAX_WAIT_DAYS = 366;

/**
 * Counts the working days after `from`, up to and including `to`: 0 on the same day. Working days are the
 * rota's weekdays, except holidays. Looks at {@link MAX_WAIT_DAYS} calendar days at most.
 */
export function workingDaysBetween(
  settings: Pick<CitySettings, 'rota' | 'holidays'>,
  from: LocalDate,
  to: LocalDate,
): number {
  let days = 0;
  let date = from;
  for (let looked = 0; date < to && looked < MAX_WAIT_DAYS; looked += 1) {
    date = addDays(date, 1);
    const isWorkday = settings.rota.some(({ weekday }) => weekday === weekdayOf(date));
    if (isWorkday && holidayOn(settings, date) === undefined) days += 1;
  }
  return days;
}
