import { addDays, localDateAt, localTimeAt } from '../calendar/local-date';
import { slotsFor } from '../calendar/slots';
import type { Hours, WindowChoice } from '../calendar/window';
import { minutesOf, needsOf } from '../catalogue/find-service';
import type { Service } from '../catalogue/service';
import type { City } from '../city/city';

/** A window in which some unit of the rota visits the area, whatever is already booked in it. */
export type RotaWindow = WindowChoice & Hours;

type RotaQuery = {
  /** Kemendagri code of the kelurahan. */
  readonly area: string;
  /**
   * All services of the visit: windows too short for them, and units that may not do them together, are left
   * out.
   */
  readonly services: readonly Service[];
  /** Unix milliseconds. */
  readonly nowMs: number;
};

/**
 * Returns the windows that can be requested now, each once, in order of time: after the lead time and the
 * day's closing time, within the horizon. This is all that a phone without a connection can know.
 */
export function windowsByRota(city: City, query: RotaQuery): readonly RotaWindow[] {
  const { utcOffsetMinutes, leadDays, closesAt, horizonDays, travelMinutes } = city.settings;
  const minutes = minutesOf(query.services, travelMinutes);
  const isClosed = localTimeAt(query.nowMs, utcOffsetMinutes) >= closesAt;
  const lead = leadDays + (isClosed ? 1 : 0);
  const today = localDateAt(query.nowMs, utcOffsetMinutes);
  const slots = slotsFor(city, {
    area: query.area,
    ...needsOf(query.services),
    from: addDays(today, lead),
    days: Math.max(0, horizonDays - lead + 1),
  });
  const windows = new Map<string, RotaWindow>();
  for (const { date, window, start, end, onlineCapacityMinutes } of slots) {
    if (onlineCapacityMinutes < minutes || windows.has(`${date} ${window}`)) continue;
    windows.set(`${date} ${window}`, { date, window, start, end });
  }
  return [...windows.values()];
}
