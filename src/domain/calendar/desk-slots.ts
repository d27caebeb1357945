import type { City } from '../city/city';
import { instantOf, localDateAt } from './local-date';
import type { VisitNeeds } from './offered-slots';
import { slotsFor } from './slots';
import { ANY_UNIT } from './unit-needs';
import type { Slot } from './window';

/**
 * Returns every slot in which the desk may put a visit: all windows that have not ended yet, including
 * today's. The lead time and the day's closing time bind residents only.
 */
export function deskSlotsOf(city: City, needs: VisitNeeds, nowMs: number): Slot[] {
  const { utcOffsetMinutes, horizonDays } = city.settings;
  const from = localDateAt(nowMs, utcOffsetMinutes);
  return slotsFor(city, { ...needs, from, days: horizonDays + 1 }).filter(
    (slot) => instantOf(slot.date, slot.end, utcOffsetMinutes) > nowMs,
  );
}

/** Returns every window of every unit in these days, whichever areas the unit serves. */
export function allSlots(city: City, from: Slot['date'], days: number): Slot[] {
  const slots = new Map<string, Slot>();
  for (const { code } of city.areas) {
    for (const slot of slotsFor(city, { ...ANY_UNIT, area: code, from, days })) {
      slots.set(`${slot.date} ${slot.start} ${slot.window} ${slot.unit}`, slot);
    }
  }
  return [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
}
