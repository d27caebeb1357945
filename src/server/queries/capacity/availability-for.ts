import type { Availability } from '../../../contract/availability';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots, type VisitNeeds } from '../../../domain/calendar/offered-slots';
import type { AreaCode } from '../../../domain/city/city';
import { hasCapacity, readUsage } from '../../db/capacity/slots';
import type { ServerContext } from '../../db/engine/context';

type AvailabilityFor = VisitNeeds & {
  readonly area: AreaCode;
  /** Minutes of the whole visit, travel included. */
  readonly minutes: number;
};

/**
 * Returns every window of the area within the horizon, once, with room where any unit that visits the area
 * has it.
 */
export async function availabilityFor(
  context: ServerContext,
  { area, minutes, ...needs }: AvailabilityFor,
): Promise<Availability> {
  const { city, db, clock } = context;
  const nowMs = clock();
  const slots = offeredSlots(city, { area, ...needs }, nowMs);
  const usage = await readUsage(db, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  const windows = new Map<string, Availability['windows'][number]>();
  for (const slot of slots) {
    const { date, window, start, end } = slot;
    const before = windows.get(`${date} ${window}`)?.room ?? false;
    const room = before || hasCapacity(slot, usage, minutes);
    windows.set(`${date} ${window}`, { date, window, start, end, room });
  }
  return { area, readAt: new Date(nowMs).toISOString(), windows: [...windows.values()] };
}
