import type { Kysely } from 'kysely';
import type { BookingId, Preferences } from '../../../domain/booking/booking';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { Slot } from '../../../domain/calendar/window';
import { prepareQuery } from '../engine/prepare-query';
import { prepareWrites } from '../engine/prepare-writes';
import type { CityWrite } from '../engine/write-city';
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

/** What a group of writes has read and given out. Nobody else writes meanwhile, so it needs no second look. */
type Seen = { readonly usage: Usage; isWhole: boolean };
const seen = new WeakMap<CityWrite['savepoint'], Seen>();

function seenBy({ savepoint }: CityWrite): Seen {
  const known = seen.get(savepoint) ?? { usage: new Map(), isWhole: false };
  seen.set(savepoint, known);
  return known;
}

/** Like {@link readUse}, once for all writes that are committed together. Not to be changed by the caller. */
export async function rememberedUse(write: CityWrite, slot: Slot): Promise<Usage> {
  const { usage, isWhole } = seenBy(write);
  const key = keyOf(slotKeyOf(slot));
  if (!isWhole && !usage.has(key)) {
    const read = await readUse(write.tx, write.context.city.code, slot);
    usage.set(key, read.get(key) ?? { used: 0, onlineUsed: 0 });
  }
  return usage;
}

/**
 * Like {@link readUsage}, once for all writes that are committed together. Not to be changed by the caller.
 */
export async function rememberedUsage(write: CityWrite, from: LocalDate): Promise<Usage> {
  const known = seenBy(write);
  if (!known.isWhole) {
    for (const [key, use] of await readUsage(write.tx, write.context.city.code, from))
      known.usage.set(key, use);
    known.isWhole = true;
  }
  return known.usage;
}

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

export type ReservedRow = Omit<Tables['slots'], 'used_minutes' | 'online_used_minutes'> & {
  readonly booking_id: BookingId;
  readonly reserved_minutes: number;
  readonly reserved_by: 'online' | 'desk';
};

function keepSlot(db: Kysely<Tables>, slot: ReservedRow) {
  return (
    db
      .insertInto('slots')
      .values({
        city: slot.city,
        unit: slot.unit,
        day: slot.day,
        window_id: slot.window_id,
        start_time: slot.start_time,
        end_time: slot.end_time,
        capacity_minutes: slot.capacity_minutes,
        online_capacity_minutes: slot.online_capacity_minutes,
        used_minutes: 0,
        online_used_minutes: 0,
      })
      // The city may have changed the rota since the first booking: minutes already promised stay within the
      // table's checks.
      .onConflict((conflict) =>
        conflict.columns(['city', 'unit', 'day', 'window_id']).doUpdateSet((eb) => ({
          start_time: eb.ref('excluded.start_time'),
          end_time: eb.ref('excluded.end_time'),
          capacity_minutes: eb
            .case()
            .when('slots.used_minutes', '>', eb.ref('excluded.capacity_minutes'))
            .then(eb.ref('slots.used_minutes'))
            .else(eb.ref('excluded.capacity_minutes'))
            .end(),
          online_capacity_minutes: eb
            .case()
            .when('slots.online_used_minutes', '>', eb.ref('excluded.online_capacity_minutes'))
            .then(eb.ref('slots.online_used_minutes'))
            .else(eb.ref('excluded.online_capacity_minutes'))
            .end(),
        })),
      )
  );
}

function addReservation(db: Kysely<Tables>, row: ReservedRow) {
  const { city, booking_id, unit, day, window_id, reserved_minutes, reserved_by } = row;
  return db.insertInto('reservations').values({
    city,
    booking_id,
    unit,
    day,
    window_id,
    minutes: reserved_minutes,
    channel: reserved_by,
  });
}

/** The inserts that take minutes out of a window, whose row is created with its first booking. */
export const RESERVE_PARTS = [keepSlot, addReservation] as const;

const reserve = prepareWrites<ReservedRow>(RESERVE_PARTS);

type Reserved = {
  readonly booking: { readonly id: BookingId; readonly minutes: number };
  readonly slot: Slot;
  readonly by: 'online' | 'desk';
};

/** Returns the values for {@link RESERVE_PARTS}. They must be written: the window's use is remembered with them. */
export function reservedRow(write: CityWrite, { booking, slot, by }: Reserved): ReservedRow {
  const key = slotKeyOf(slot);
  const known = seen.get(write.savepoint);
  const use = known?.usage.get(keyOf(key)) ?? { used: 0, onlineUsed: 0 };
  if (known !== undefined && (known.isWhole || known.usage.has(keyOf(key)))) {
    const onlineUsed = use.onlineUsed + (by === 'online' ? booking.minutes : 0);
    known.usage.set(keyOf(key), { used: use.used + booking.minutes, onlineUsed });
  }
  return {
    city: write.context.city.code,
    ...key,
    start_time: slot.start,
    end_time: slot.end,
    capacity_minutes: slot.capacityMinutes,
    online_capacity_minutes: slot.onlineCapacityMinutes,
    booking_id: booking.id,
    reserved_minutes: booking.minutes,
    reserved_by: by,
  };
}

/** Takes a booking's minutes out of a window. */
export async function reserveSlot(
  write: CityWrite,
  booking: Reserved['booking'],
  slot: Slot,
  by: Reserved['by'] = 'online',
): Promise<void> {
  await reserve(write.tx, reservedRow(write, { booking, slot, by }));
}

/** Gives a booking's minutes back. Returns the window that now has more room. */
export async function freeSlot(
  { tx, context, savepoint }: CityWrite,
  id: BookingId,
): Promise<SlotKey | undefined> {
  seen.delete(savepoint);
  return tx
    .deleteFrom('reservations')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .returning(['unit', 'day', 'window_id'])
    .executeTakeFirst();
}
