import type { City } from '../city/city';
import { holidayOn } from './holidays';
import { hoursOn } from './hours-on';
import { addDays, type LocalDate, minutesBetween, weekdayOf } from './local-date';
import { canMake, type UnitNeeds } from './unit-needs';
import type { Closure, RotaLine, Slot, Unit, WindowRule } from './window';

export type SlotQuery = UnitNeeds & {
  /** Kemendagri code of the kelurahan to be visited. */
  readonly area: string;
  readonly from: LocalDate;
  /** Number of days to list, `from` included. */
  readonly days: number;
};

/**
 * Returns every window in which a unit of the rota serves the area, in order of time, whatever is already
 * booked. Holidays and closures have no windows.
 */
export function slotsFor(city: City, query: SlotQuery): Slot[] {
  const slots: Slot[] = [];
  for (let day = 0; day < query.days; day += 1) {
    slots.push(...slotsOnDay(city, query, addDays(query.from, day)));
  }
  return slots;
}

function slotsOnDay(city: City, query: SlotQuery, date: LocalDate): Slot[] {
  const { settings } = city;
  if (holidayOn(settings, date) !== undefined) return [];
  const weekday = weekdayOf(date);
  const lines = settings.rota.filter(
    (line) => line.weekday === weekday && servesArea(line.areas, query.area),
  );
  if (lines.length === 0) return [];
  const slots: Slot[] = [];
  for (const rule of settings.windows) {
    for (const unit of settings.units) {
      const slot = slotOf({ city, query, date, lines }, rule, unit);
      if (slot !== undefined) slots.push(slot);
    }
  }
  return slots.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

type AreaDay = {
  readonly city: City;
  readonly query: SlotQuery;
  readonly date: LocalDate;
  /** The rota's lines of this day that serve the area. */
  readonly lines: readonly RotaLine[];
};

function slotOf({ city, query, date, lines }: AreaDay, rule: WindowRule, unit: Unit): Slot | undefined {
  const { settings } = city;
  if (!canMake(unit, query)) return undefined;
  if (settings.closures.some((closure) => isClosed(closure, date, rule, unit))) return undefined;
  const line = lines.find((candidate) => candidate.unit === unit.id && candidate.windows.includes(rule.id));
  if (line === undefined) return undefined;
  const { start, end } = hoursOn(rule, date);
  const capacityMinutes = line.minutes ?? minutesBetween(start, end);
  // Rounded down, so that the share kept back is never less than the city chose.
  const onlineCapacityMinutes = Math.floor(capacityMinutes * (1 - settings.keptShare));
  return { date, window: rule.id, unit: unit.id, start, end, capacityMinutes, onlineCapacityMinutes };
}

/** Whether the rota's codes, each of a kelurahan or of a whole kecamatan, include this kelurahan. */
export function servesArea(codes: RotaLine['areas'], area: string): boolean {
  return codes.some((code) => area === code || area.startsWith(`${code}.`));
}

function isClosed(closure: Closure, date: LocalDate, rule: WindowRule, unit: Unit): boolean {
  return (
    closure.date === date &&
    (closure.unit === undefined || closure.unit === unit.id) &&
    (closure.window === undefined || closure.window === rule.id)
  );
}
