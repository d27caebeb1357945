import type { Kysely } from 'kysely';
import type { Preferences } from '../../../domain/booking/booking';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { Slot } from '../../../domain/calendar/window';
import { prepareQuery } from '../engine/prepare-query';
import type { SlotKey, Tables } from '../schema/tables';
import type { BookingChannel } from '../schema/visit-tables';

type Use = { used: number; onlineUsed: number };

/** Minutes given out of each window, by {@link keyOf}; a window that nobody has booked is absent. */
export type Usage = Map<string, Use>;

export function keyOf({ unit, day, window_id }: SlotKey): string {
  return `${unit} ${day} ${window_id}`;
}

export function slotKeyOf({ unit, date, window }: Slot): SlotKey {
  return { unit, day: date, window_id: window };
}

/** Reads the used minutes of the city's windows from a day on. */
export async function readUsage(db: Kysely<Tables>, city: string, from: LocalDate): Promise<Usage> {
  const rows = await usedSlots(db, { city, from });
  return new Map(
    rows.map((row) => [keyOf(row), { used: row.used_minutes, onlineUsed: row.online_used_minutes }]),
  );
}

const usedSlots = prepareQuery((db, { city, from }: { readonly city: string; readonly from: LocalDate }) =>
  db
    .selectFrom('slots')
    .select(['unit', 'day', 'window_id', 'used_minutes', 'online_used_minutes'])
    .where('city', '=', city)
    .where('day', '>=', from),
);

/** Reads the used minutes of one window. */
export async function readUse(db: Kysely<Tables>, city: string, slot: Slot): Promise<Usage> {
  const key = slotKeyOf(slot);
  const [row] = await usedSlot(db, { city, ...key });
  return new Map(
    row === undefined ? [] : [[keyOf(key), { used: row.used_minutes, onlineUsed: row.online_used_minutes }]],
  );
}

const usedSlot = prepareQuery((db, { city, unit, day, window_id }: SlotKey & { readonly city: string }) =>
  db
    .selectFrom('slots')
    .select(['used_minutes', 'online_used_minutes'])
    .where('city', '=', city)
    .where('unit', '=', unit)
    .where('day', '=', day)
    .where('window_id', '=', window_id),
);

/** Whether a visit of this length, booked online, still fits; online bookings may not use the kept share. */
export function hasCapacity(slot: Slot, usage: Usage, minutes: number): boolean {
  const use = usage.get(keyOf(slotKeyOf(slot))) ?? { used: 0, onlineUsed: 0 };
  return use.used + minutes <= slot.capacityMinutes && use.onlineUsed + minutes <= slot.onlineCapacityMinutes;
}

/** Whether the desk can still give out this many minutes; the desk may use the kept share. */
export function hasDeskCapacity(slot: Slot, usage: Usage, minutes: number): boolean {
  return (usage.get(keyOf(slotKeyOf(slot)))?.used ?? 0) + minutes <= slot.capacityMinutes;
}

/**
 * Tells which share a booking uses. A resident's own booking uses the online share while it has room;
 * whatever the desk gives out beyond that is kept share.
 */
export function channelFor(
  taken: BookingChannel,
  slot: Slot,
  usage: Usage,
  minutes: number,
): 'online' | 'desk' {
  return taken === 'online' && hasCapacity(slot, usage, minutes) ? 'online' : 'desk';
}

/**
 * Returns the first window with room in the resident's order of preference; a preferred window that is past
 * or no longer offered is skipped.
 */
export function pickSlot(
  slots: readonly Slot[],
  preferences: Preferences,
  fits: (slot: Slot) => boolean,
): Slot | undefined {
  if (preferences === 'any') return slots.find(fits);
  for (const { date, window } of preferences) {
    const found = slots.find((slot) => slot.date === date && slot.window === window && fits(slot));
    if (found !== undefined) return found;
  }
  return undefined;
}
