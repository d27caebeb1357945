import { firstBookableDate } from '../../domain/booking/state';
import { addDays, instantOf, localDateAt } from '../../domain/calendar/local-date';
import { slotsFor } from '../../domain/calendar/slots';
import type { Equipment, Slot } from '../../domain/calendar/window';
import type { City } from '../../domain/city/city';

const DAY_MS = 86_400_000;

export type VisitNeeds = { readonly area: string; readonly equipment: readonly Equipment[] };

/** Every window of every unit that may be given out now, in order of time, whatever is booked in it already. */
export function offeredSlots(city: City, { area, equipment }: VisitNeeds, nowMs: number): Slot[] {
  const { utcOffsetMinutes, horizonDays } = city.settings;
  const from = firstBookableDate(nowMs, city.settings);
  const last = addDays(localDateAt(nowMs, utcOffsetMinutes), horizonDays);
  const days = Math.max(0, (Date.parse(last) - Date.parse(from)) / DAY_MS + 1);
  return slotsFor(city, { area, equipment, from, days }).filter(
    (slot) => instantOf(slot.date, slot.start, utcOffsetMinutes) > nowMs,
  );
}
