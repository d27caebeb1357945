import { addDays, localDateAt, localTimeAt } from '../calendar/local-date';
import { slotsFor } from '../calendar/slots';
import type { Equipment, Hours, WindowChoice } from '../calendar/window';
import type { City } from '../city/city';

/** A window in which some unit of the rota comes by, whatever is booked in it already. */
export type RotaWindow = WindowChoice & Hours;

type RotaQuery = {
  /** Kemendagri code of the kelurahan. */
  readonly area: string;
  readonly equipment: readonly Equipment[];
  /** Minutes of the whole visit; windows too short for it are left out. */
  readonly minutes: number;
  /** Unix milliseconds. */
  readonly nowMs: number;
};

/**
 * The windows that can be asked for now, each once, in order of time: after the lead time and the closing of the day,
 * within the horizon. All a phone without a connection can know.
 */
export function windowsByRota(city: City, query: RotaQuery): readonly RotaWindow[] {
  const { utcOffsetMinutes, leadDays, closesAt, horizonDays } = city.settings;
  const isClosed = localTimeAt(query.nowMs, utcOffsetMinutes) >= closesAt;
  const lead = leadDays + (isClosed ? 1 : 0);
  const today = localDateAt(query.nowMs, utcOffsetMinutes);
  const slots = slotsFor(city, {
    area: query.area,
    equipment: query.equipment,
    from: addDays(today, lead),
    days: Math.max(0, horizonDays - lead + 1),
  });
  const windows = new Map<string, RotaWindow>();
  for (const { date, window, start, end, onlineCapacityMinutes } of slots) {
    if (onlineCapacityMinutes < query.minutes || windows.has(`${date} ${window}`)) continue;
    windows.set(`${date} ${window}`, { date, window, start, end });
  }
  return [...windows.values()];
}
