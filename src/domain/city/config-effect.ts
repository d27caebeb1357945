import { slotsFor } from '../calendar/slots';
import type { UnitNeeds } from '../calendar/unit-needs';
import type { Equipment, Slot, UnitId, WindowChoice } from '../calendar/window';
import { findService, needsOf } from '../catalogue/find-service';
import type { ServiceId } from '../catalogue/service';
import type { City } from './city';

/** A visit that has a date and that a change of the city's settings may affect. */
export type PlannedVisit<Id extends string> = WindowChoice & {
  readonly id: Id;
  readonly unit: UnitId;
  readonly area: string;
  readonly equipment: readonly Equipment[];
  readonly services: readonly ServiceId[];
  /** Minutes the visit holds now; they stay as booked. */
  readonly minutes: number;
};

/**
 * Why a visit loses its window. The window is gone: closed, off the rota, or of a unit without the equipment
 * or programme. Or it is now too small.
 */
export type Effect<Id extends string> = { readonly id: Id; readonly why: 'window-gone' | 'window-too-small' };

/**
 * Returns the visits that cannot stay where they are once the city is as in `next`. Where a window becomes
 * too small, the visits booked first keep their date. `visits` are in order of booking.
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
  const services = visit.services.flatMap((id) => findService(city.catalogue, id) ?? []);
  const { area, equipment } = visit;
  const needs: UnitNeeds = { equipment, programmes: needsOf(services).programmes };
  return slotsFor(city, { area, ...needs, from: visit.date, days: 1 }).find(
    ({ unit, window }) => unit === visit.unit && window === visit.window,
  );
}
