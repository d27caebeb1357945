import { type LocalDate, weekdayOf } from './local-date';
import type { Hours, WindowRule } from './window';

/**
 * Returns the hours of a window on `date`: those of a stretch of dates that holds it (Ramadan), else the usual
 * ones; of either, those set for its weekday, if any (Friday's noon).
 */
export function hoursOn(rule: WindowRule, date: LocalDate): Hours {
  const stretch = rule.onDates?.find(({ from, to }) => from <= date && date <= to);
  const { start, end, onWeekday } = stretch ?? rule;
  return onWeekday?.[weekdayOf(date)] ?? { start, end };
}
