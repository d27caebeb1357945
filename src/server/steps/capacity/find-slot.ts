import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import type { Slot } from '../../../domain/calendar/window';
import { hasCapacity, pickSlot, readUsage, readUse } from '../../db/capacity/usage';
import type { CityWrite } from '../../db/engine/write-city';

/** So many wishes are looked up one by one: nearly always one of them has room, and the whole city need not be read. */
const READ_ONE_BY_ONE = 3;

/** `slot`: the window that a visit gets. Without one, `free` are those with room that it did not ask for. */
export type FoundSlot = { readonly slot: Slot } | { readonly slot: undefined; readonly free: Slot[] };

/** The first of `slots` (in order of time) that a resident likes and that has so many minutes left. */
export async function findSlot(
  { tx, context: { city }, nowMs }: CityWrite,
  slots: readonly Slot[],
  preferences: Preferences,
  minutes: number,
): Promise<FoundSlot> {
  for (const slot of wishedOf(slots, preferences).slice(0, READ_ONE_BY_ONE)) {
    if (hasCapacity(slot, await readUse(tx, city.code, slot), minutes)) return { slot };
  }
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  const free = slots.filter((candidate) => hasCapacity(candidate, usage, minutes));
  const slot = pickSlot(free, preferences, () => true);
  return slot === undefined ? { slot, free } : { slot };
}

/** In order of liking, then of time. */
function wishedOf(slots: readonly Slot[], preferences: Preferences): readonly Slot[] {
  if (preferences === 'any') return slots;
  return preferences.flatMap(({ date, window }) =>
    slots.filter((slot) => slot.date === date && slot.window === window),
  );
}
