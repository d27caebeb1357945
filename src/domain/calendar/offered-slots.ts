import { firstBookableDate } from '../booking/state';
import type { City } from '../city/city';
import { addDays, instantOf, type LocalDate, localDateAt } from './local-date';
import { slotsFor } from './slots';
import type { UnitNeeds } from './unit-needs';
import type { Slot } from './window';

const DAY_MS = 86_400_000;

export type VisitNeeds = UnitNeeds & { readonly area: string };

/** A city's slots over one range of days, by area and by what the unit needs. */
type KnownSlots = { readonly days: string; readonly byNeeds: Map<string, readonly StartingSlot[]> };
type StartingSlot = { readonly slot: Slot; readonly startMs: number };

/**
 * Keyed by the city object: a changed city is another object. Only the list of slots is remembered; the room
 * left in a slot is always judged from the database.
 */
const known = new WeakMap<City, KnownSlots>();

/**
 * Returns every window of every unit that may be given out now, in order of time, whatever is already booked
 * in it.
 */
export function offeredSlots(city: City, needs: VisitNeeds, nowMs: number): Slot[] {
  const { utcOffsetMinutes, horizonDays } = city.settings;
  const from = firstBookableDate(nowMs, city.settings);
  const last = addDays(localDateAt(nowMs, utcOffsetMinutes), horizonDays);
  return slotsBetween(city, needs, from, last).flatMap(({ slot, startMs }) => (startMs > nowMs ? slot : []));
}

/**
 * The memory is bounded: a new day drops the old lists, and a city has few areas, equipment and programmes.
 */
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
