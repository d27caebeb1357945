import { type LocalDate, weekdayOf } from './local-date';
import type { Hours, WindowRule } from './window';

/**
 * Returns the hours of a window on `date`: those set for its weekday, if any (Friday's noon), else the usual
 * ones.
 */
export function hoursOn(rule: WindowRule, date: LocalDate): Hours {
  return rule.onWeekday?.[weekdayOf(date)] ?? { start: rule.start, end: rule.end };
}
