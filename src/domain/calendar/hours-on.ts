import { type LocalDate, weekdayOf } from './local-date';
import type { Hours, WindowRule } from './window';

/** The hours of a window on `date`: those of its weekday where it has its own (Friday's noon). */
export function hoursOn(rule: WindowRule, date: LocalDate): Hours {
  return rule.onWeekday?.[weekdayOf(date)] ?? { start: rule.start, end: rule.end };
}
