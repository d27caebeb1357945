import type { OfferedWindow } from '../../../contract/booking-row';
import type { Preferences } from '../../../domain/booking/booking';
import type { Slot } from '../../../domain/calendar/window';

const MAX_ALTERNATIVES = 3;

/** Up to three windows of `free` (in order of time), nearest to the first wish, the earlier of two as near. */
export function nearestWindows(free: readonly Slot[], preferences: Preferences): OfferedWindow[] {
  const windows = new Map<string, OfferedWindow>();
  for (const { date, window, start, end } of free) {
    windows.set(`${date} ${window}`, { date, window, start, end });
  }
  const wished = preferences === 'any' ? undefined : preferences[0]?.date;
  const distance = ({ date }: OfferedWindow) =>
    wished === undefined ? 0 : Math.abs(Date.parse(date) - Date.parse(wished) || 0);
  return [...windows.values()].sort((a, b) => distance(a) - distance(b)).slice(0, MAX_ALTERNATIVES);
}
