import { sql } from 'kysely';
import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots, type VisitNeeds } from '../../../domain/calendar/offered-slots';
import type { Slot } from '../../../domain/calendar/window';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import {
  hasCapacity,
  keyOf,
  pickSlot,
  readUsage,
  reserveSlot,
  slotKeyOf,
  type Usage,
} from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import type { SlotKey } from '../../db/schema/tables';
import { applyTransition } from '../booking/apply-transition';

/**
 * Gives free windows to waiting bookings, in order of submission, each by its own preferences. With `freed`,
 * only that window is given out, since nothing else became free. Returns how many bookings got a date.
 */
export async function promote(write: CityWrite, freed?: SlotKey): Promise<number> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const waiting = await tx
    .selectFrom('bookings')
    .select(['id', 'state', 'minutes', 'equipment_json', 'services_json', 'area', 'preferences_json'])
    .where('city', '=', city.code)
    .where('state', '=', 'waiting')
    // A booking that a crew returned waits for the desk: here it would get back the window it just left.
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM events e WHERE e.city = bookings.city AND e.booking_id = bookings.id
        AND e.action = 'return' AND e.actor <> 'system')`,
    )
    .orderBy('submitted_change')
    .execute();
  if (waiting.length === 0) return 0;
  const slotsOf = rememberSlots((needs) =>
    offeredSlots(city, needs, nowMs).filter(
      (slot) => freed === undefined || keyOf(slotKeyOf(slot)) === keyOf(freed),
    ),
  );
  let usage: Usage | undefined;
  let promoted = 0;
  for (const booking of waiting) {
    const slots = slotsOf(needsOfBooking(city, booking));
    if (slots.length === 0) continue;
    const preferences: Preferences = JSON.parse(booking.preferences_json);
    usage ??= await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
    const known = usage;
    const slot = pickSlot(slots, preferences, (candidate) => hasCapacity(candidate, known, booking.minutes));
    if (slot === undefined) continue;
    await reserveSlot(write, booking, slot);
    await applyTransition(write, booking, { to: 'scheduled', actor: 'system', action: 'promote' });
    addUse(usage, slot, booking.minutes);
    promoted += 1;
  }
  return promoted;
}

function addUse(usage: Usage, slot: Slot, minutes: number): void {
  const key = keyOf(slotKeyOf(slot));
  const { used, onlineUsed } = usage.get(key) ?? { used: 0, onlineUsed: 0 };
  usage.set(key, { used: used + minutes, onlineUsed: onlineUsed + minutes });
}

function rememberSlots(list: (needs: VisitNeeds) => Slot[]) {
  const known = new Map<string, Slot[]>();
  return (needs: VisitNeeds): Slot[] => {
    const key = `${needs.area} ${needs.equipment.join(' ')} ${needs.programmes.join(' ')}`;
    const slots = known.get(key) ?? list(needs);
    known.set(key, slots);
    return slots;
  };
}
