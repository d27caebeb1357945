import type { Selectable } from 'kysely';
import type { Slot } from '../../../domain/calendar/window';
import type { Tables } from '../schema/tables';

type SlotRow = Pick<
  Selectable<Tables['slots']>,
  'unit' | 'day' | 'window_id' | 'start_time' | 'end_time' | 'capacity_minutes' | 'online_capacity_minutes'
>;

/** Returns a window as it is stored, which the rota may no longer have. */
export function slotOfRow(row: SlotRow): Slot {
  return {
    unit: row.unit,
    date: row.day,
    window: row.window_id,
    start: row.start_time,
    end: row.end_time,
    capacityMinutes: row.capacity_minutes,
    onlineCapacityMinutes: row.online_capacity_minutes,
  };
}
