import { slotsFor } from '../calendar/slots';
import type { Equipment, Slot, UnitId, WindowChoice } from '../calendar/window';
import type { City } from './city';

/** A visit that has a date, as a change of the city's choices may reach it. */
export type PlannedVisit<Id extends string> = WindowChoice & {
  readonly id: Id;
  readonly unit: UnitId;
  readonly area: string;
  readonly equipment: readonly Equipment[];
  /** Minutes it holds now; they stay as booked. */
  readonly minutes: number;
};

/** Why a visit loses its window: it is gone (closed, off the rota, without the equipment) or too small now. */
export type Effect<Id extends string> = { readonly id: Id; readonly why: 'window-gone' | 'window-too-small' };

/**
 * The visits that cannot stay where they are once the city is as `next`, those booked last first among the ones a
 * smaller window has no room for: who came first keeps the date. `visits` are in order of booking.
 */
export function effectOfConfig<Id extends string>(
  next: City,
  visits: readonly PlannedVisit<Id>[],
): Effect<Id>[] {
  const left = new Map<string, number>();
  const effects: Effect<Id>[] = [];
  for (const visit of visits) {
    const slot = slotOf(next, visit);
    if (slot === undefined) {
      effects.push({ id: visit.id, why: 'window-gone' });
      continue;
    }
    const key = `${visit.unit} ${visit.date} ${visit.window}`;
    const room = left.get(key) ?? slot.capacityMinutes;
    if (visit.minutes > room) effects.push({ id: visit.id, why: 'window-too-small' });
    else left.set(key, room - visit.minutes);
  }
  return effects;
}

function slotOf(city: City, visit: PlannedVisit<string>): Slot | undefined {
  return slotsFor(city, {
    area: visit.area,
    equipment: visit.equipment,
    from: visit.date,
    days: 1,
  }).find(({ unit, window }) => unit === visit.unit && window === visit.window);
}
