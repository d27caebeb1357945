import type { Cursor } from '../../../contract/scalars';
import type { DeskSlots } from '../../../contract/staff/desk';
import { deskSlotsOf } from '../../../domain/calendar/desk-slots';
import { addDays, localDateAt } from '../../../domain/calendar/local-date';
import type { VisitNeeds } from '../../../domain/calendar/offered-slots';
import { plannedSlotOf, readUsed } from '../../db/capacity/planned-slot';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';

/** Returns where a visit of this length could go, and whether it fits with the kept share. */
export async function deskSlots(
  context: ServerContext,
  { minutes, ...needs }: VisitNeeds & { readonly minutes: number },
): Promise<DeskSlots> {
  const { db, city, clock } = context;
  const nowMs = clock();
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const today = localDateAt(nowMs, city.settings.utcOffsetMinutes);
  const used = await readUsed(context, today, addDays(today, city.settings.horizonDays));
  const slots = deskSlotsOf(city, needs, nowMs).map((slot) => {
    const planned = plannedSlotOf(slot, used);
    return { ...planned, room: planned.usedMinutes + minutes <= planned.capacityMinutes };
  });
  return { slots, cursor };
}
