import { firstBookableDate } from '../booking/state';
import type { City } from '../city/city';
import { addDays, instantOf, type LocalDate, localDateAt } from './local-date';
import { slotsFor } from './slots';
import type { UnitNeeds } from './unit-needs';
import type { Slot } from './window';

const DAY_MS = 86_400_000;

export type VisitNeeds = UnitNeeds & { readonly area: string };

/** A city's windows of one stretch of days, by area and what the unit needs. */
type KnownSlots = { readonly days: string; readonly byNeeds: Map<string, readonly StartingSlot[]> };
type StartingSlot = { readonly slot: Slot; readonly startMs: number };

/** By the city itself: a changed one is another object. What a window holds is never judged from memory, only listed. */
const known = new WeakMap<City, KnownSlots>();

/** Every window of every unit that may be given out now, in order of time, whatever is booked in it already. */
export function offeredSlots(city: City, needs: VisitNeeds, nowMs: number): Slot[] {
  const { utcOffsetMinutes, horizonDays } = city.settings;
  const from = firstBookableDate(nowMs, city.settings);
  const last = addDays(localDateAt(nowMs, utcOffsetMinutes), horizonDays);
  return slotsBetween(city, needs, from, last).flatMap(({ slot, startMs }) => (startMs > nowMs ? slot : []));
}

/** Bounded: a new day forgets the old ones, and a city has few areas, equipment and programmes. */
function slotsBetween(
  city: City,
  { area, equipment, programmes }: VisitNeeds,
  from: LocalDate,
  last: LocalDate,
): readonly StartingSlot[] {
  const days = `${from} ${last}`;
  let slots = known.get(city);
  if (slots?.days !== days) {
    slots = { days, byNeeds: new Map() };
    known.set(city, slots);
  }
  const needs = `${area} ${equipment.join(' ')} ${programmes.join(' ')}`;
  const listed = slots.byNeeds.get(needs) ?? listSlots(city, { area, equipment, programmes }, from, last);
  const isKnown = programmes.every((one) => city.settings.programmes.some(({ id }) => id === one));
  if (isKnown && city.areas.some(({ code }) => code === area)) slots.byNeeds.set(needs, listed);
  return listed;
}

function listSlots(city: City, needs: VisitNeeds, from: LocalDate, last: LocalDate): StartingSlot[] {
  const days = Math.max(0, (Date.parse(last) - Date.parse(from)) / DAY_MS + 1);
  return slotsFor(city, { ...needs, from, days }).map((slot) => ({
    slot,
    startMs: instantOf(slot.date, slot.start, city.settings.utcOffsetMinutes),
  }));
}
