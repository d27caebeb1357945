import { type Kysely, sql } from 'kysely';
import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { ANY_UNIT } from '../../../domain/calendar/unit-needs';
import type { Slot } from '../../../domain/calendar/window';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import {
  hasCapacity,
  keyOf,
  pickSlot,
  readUsage,
  readUse,
  reserveSlot,
  slotKeyOf,
  type Usage,
} from '../../db/capacity/slots';
import type { ServerContext } from '../../db/engine/context';
import type { CityWrite } from '../../db/engine/write-city';
import type { SlotKey, Tables } from '../../db/schema/tables';
import { applyTransition } from '../booking/apply-transition';

/** Waiting bookings read at once: some milliseconds of work. */
const PAGE = 200;

/** Dates given out in one transaction, so that others are let in between. */
const GIVEN_AT_ONCE = 10;

/** A stretch of the waiting list: from after `last` on. */
export type WaitingPage = { readonly last: number | undefined; readonly fits: boolean };

/**
 * Gives free windows to waiting bookings, in order of submission, each by its own preferences. With `freed`,
 * only that window is given out, since nothing else became free. Returns how many bookings got a date.
 */
export async function promote(write: CityWrite, freed?: SlotKey): Promise<number> {
  if (freed !== undefined) return promoteInto(write, freed);
  let promoted = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await promotePage(write, after);
    promoted += page.promoted;
    after = page.last;
  }
  return promoted;
}

/** Does the same for the next stretch of the waiting list; `last` is where the one after it begins. */
export async function promotePage(
  write: CityWrite,
  after: number,
): Promise<{ readonly promoted: number; readonly last: number | undefined }> {
  const { tx, context, nowMs } = write;
  const rows = await selectWaiting(tx, context).where('submitted_change', '>', after).limit(PAGE).execute();
  const usage = rows.length === 0 ? new Map() : await usageFrom(tx, context, nowMs);
  const slotsOf = rememberSlots(context, nowMs);
  let promoted = 0;
  for (const booking of rows) {
    const slot = slotFor(slotsOf, usage, booking);
    if (slot !== undefined) {
      await give(write, booking, slot, usage);
      promoted += 1;
      if (promoted === GIVEN_AT_ONCE) return { promoted, last: booking.submitted_change };
    }
  }
  return { promoted, last: rows.length < PAGE ? undefined : rows.at(-1)?.submitted_change };
}

/** Tells whether that stretch has a booking that would get a date, without writing anything. */
export async function readWaitingPage(context: ServerContext, after: number): Promise<WaitingPage> {
  const { db, clock } = context;
  const nowMs = clock();
  const rows = await selectWaiting(db, context).where('submitted_change', '>', after).limit(PAGE).execute();
  const usage = rows.length === 0 ? new Map() : await usageFrom(db, context, nowMs);
  const slotsOf = rememberSlots(context, nowMs);
  return {
    last: rows.length < PAGE ? undefined : rows.at(-1)?.submitted_change,
    fits: rows.some((booking) => slotFor(slotsOf, usage, booking) !== undefined),
  };
}

/**
 * Gives out one window. The database itself picks the bookings that are short enough and asked for it, so that a
 * cancellation costs the same however many wait for something else.
 */
async function promoteInto(write: CityWrite, freed: SlotKey): Promise<number> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const isFreed = (slot: Slot) => keyOf(slotKeyOf(slot)) === keyOf(freed);
  const served = city.areas.flatMap(({ code }) => {
    const slot = offeredSlots(city, { ...ANY_UNIT, area: code }, nowMs).find(isFreed);
    return slot === undefined ? [] : [{ code, slot }];
  });
  const slot = served[0]?.slot;
  if (slot === undefined) return 0;
  const usage = await readUse(tx, city.code, slot);
  const slotsOf = rememberSlots(context, nowMs, isFreed);
  let promoted = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly Waiting[] = await selectWaiting(tx, context)
      .where('submitted_change', '>', after)
      .where('minutes', '<=', roomOf(slot, usage))
      .where(
        'area',
        'in',
        served.map(({ code }) => code),
      )
      .where(sql<boolean>`(preferences_json = '"any"' OR preferences_json LIKE ${`%"${freed.day}"%`})`)
      .limit(PAGE)
      .execute();
    for (const booking of rows) {
      if (slotFor(slotsOf, usage, booking) === undefined) continue;
      await give(write, booking, slot, usage);
      promoted += 1;
    }
    after = rows.length < PAGE ? undefined : rows.at(-1)?.submitted_change;
  }
  return promoted;
}

type Waiting = Awaited<ReturnType<ReturnType<typeof selectWaiting>['execute']>>[number];

/** A booking that a crew returned waits for the desk: here it would get back the window it just left. */
function selectWaiting(db: Kysely<Tables>, { city }: Pick<ServerContext, 'city'>) {
  return (
    db
      .selectFrom('bookings')
      .select([
        'id',
        'submitted_change',
        'minutes',
        'equipment_json',
        'services_json',
        'area',
        'preferences_json',
      ])
      // A constant, so that the index alone answers.
      .select(sql<'waiting'>`'waiting'`.as('state'))
      .where('city', '=', city.code)
      .where(sql<boolean>`state = 'waiting'`)
      .where(
        sql<boolean>`NOT EXISTS (SELECT 1 FROM events e WHERE e.city = bookings.city AND e.booking_id = bookings.id
        AND e.action = 'return' AND e.actor <> 'system')`,
      )
      .orderBy('submitted_change')
  );
}

function usageFrom(db: Kysely<Tables>, { city }: ServerContext, nowMs: number): Promise<Usage> {
  return readUsage(db, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
}

type SlotsOf = (booking: Waiting) => readonly Slot[];

/** Many who wait need the same: their windows are listed once. */
function rememberSlots(
  { city }: Pick<ServerContext, 'city'>,
  nowMs: number,
  isMeant: (slot: Slot) => boolean = () => true,
): SlotsOf {
  const known = new Map<string, readonly Slot[]>();
  return (booking) => {
    const key = `${booking.area} ${booking.equipment_json} ${booking.services_json}`;
    const slots = known.get(key) ?? offeredSlots(city, needsOfBooking(city, booking), nowMs).filter(isMeant);
    known.set(key, slots);
    return slots;
  };
}

function slotFor(slotsOf: SlotsOf, usage: Usage, booking: Waiting): Slot | undefined {
  const preferences: Preferences = JSON.parse(booking.preferences_json);
  return pickSlot(slotsOf(booking), preferences, (slot) => hasCapacity(slot, usage, booking.minutes));
}

async function give(write: CityWrite, booking: Waiting, slot: Slot, usage: Usage): Promise<void> {
  await reserveSlot(write, booking, slot);
  await applyTransition(write, booking, { to: 'scheduled', actor: 'system', action: 'promote' });
  const key = keyOf(slotKeyOf(slot));
  const { used, onlineUsed } = usage.get(key) ?? { used: 0, onlineUsed: 0 };
  usage.set(key, { used: used + booking.minutes, onlineUsed: onlineUsed + booking.minutes });
}

/** Minutes that online bookings can still get. */
function roomOf(slot: Slot, usage: Usage): number {
  const { used, onlineUsed } = usage.get(keyOf(slotKeyOf(slot))) ?? { used: 0, onlineUsed: 0 };
  return Math.min(slot.capacityMinutes - used, slot.onlineCapacityMinutes - onlineUsed);
}
