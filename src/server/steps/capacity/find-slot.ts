import type { OfferedWindow } from '../../../contract/booking-row';
import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import type { Slot } from '../../../domain/calendar/window';
import { hasCapacity, pickSlot, rememberedUsage, rememberedUse } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';

/**
 * This many wishes are looked up one by one: one of them nearly always has capacity, and then the rest of the
 * city is not read.
 */
const READ_ONE_BY_ONE = 3;
const MAX_ALTERNATIVES = 3;

/** The slot that a visit gets; without one, the free windows nearest to the resident's wish. */
export type FoundSlot =
  | { readonly slot: Slot; readonly alternatives?: undefined }
  | { readonly slot: undefined; readonly alternatives: OfferedWindow[] };

/** Finds the first of `slots` (in order of time) that the resident asked for and that has `minutes` left. */
export async function findSlot(
  write: CityWrite,
  slots: readonly Slot[],
  preferences: Preferences,
  minutes: number,
): Promise<FoundSlot> {
  for (const slot of wishedOf(slots, preferences).slice(0, READ_ONE_BY_ONE)) {
    if (hasCapacity(slot, await rememberedUse(write, slot), minutes)) return { slot };
  }
  const { city } = write.context;
  const usage = await rememberedUsage(write, localDateAt(write.nowMs, city.settings.utcOffsetMinutes));
  const free = slots.filter((candidate) => hasCapacity(candidate, usage, minutes));
  const slot = pickSlot(free, preferences, () => true);
  return slot === undefined ? { slot, alternatives: nearestWindows(free, preferences) } : { slot };
}

/** Returns the slots that the resident asked for, in order of preference, then of time. */
function wishedOf(slots: readonly Slot[], preferences: Preferences): readonly Slot[] {
  if (preferences === 'any') return slots;
  return preferences.flatMap(({ date, window }) =>
    slots.filter((slot) => slot.date === date && slot.window === window),
  );
}

/**
 * Returns up to three windows of `free` (in order of time): those nearest to the first wish. Of two windows
 * as near the earlier one comes first.
 */
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
