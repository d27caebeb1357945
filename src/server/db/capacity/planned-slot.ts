import type { PlannedSlot } from '../../../contract/staff/desk';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { Slot } from '../../../domain/calendar/window';
import type { ServerContext } from '../engine/context';
import { slotOfRow } from './slot-of-row';
import { keyOf, slotKeyOf } from './slots';

type Used = { readonly used: number; readonly visits: number; readonly slot: Slot };

/** Reads what is given out between two days, by `keyOf`, including windows that the rota no longer has. */
export async function readUsed(
  { db, city }: ServerContext,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<string, Used>> {
  const rows = await db
    .selectFrom('slots as s')
    .leftJoin('reservations as r', (join) =>
      join
        .onRef('r.city', '=', 's.city')
        .onRef('r.day', '=', 's.day')
        .onRef('r.unit', '=', 's.unit')
        .onRef('r.window_id', '=', 's.window_id'),
    )
    .select([
      's.unit',
      's.day',
      's.window_id',
      's.start_time',
      's.end_time',
      's.capacity_minutes',
      's.online_capacity_minutes',
      's.used_minutes',
    ])
    .select((eb) => eb.fn.count<number>('r.booking_id').as('visits'))
    .where('s.city', '=', city.code)
    .where('s.day', '>=', from)
    .where('s.day', '<=', to)
    .groupBy([
      's.unit',
      's.day',
      's.window_id',
      's.start_time',
      's.end_time',
      's.capacity_minutes',
      's.online_capacity_minutes',
      's.used_minutes',
    ])
    .execute();
  return new Map(
    rows.map((row) => [keyOf(row), { used: row.used_minutes, visits: row.visits, slot: slotOfRow(row) }]),
  );
}

/** Returns a window with its used minutes and visits, as the desk sees it. */
export function plannedSlotOf(slot: Slot, used: ReadonlyMap<string, Used>): PlannedSlot {
  const use = used.get(keyOf(slotKeyOf(slot)));
  return { ...slot, usedMinutes: use?.used ?? 0, visits: use?.visits ?? 0 };
}
