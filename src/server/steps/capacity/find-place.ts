import type { DateRule } from '../../../contract/request-change';
import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots, type VisitNeeds } from '../../../domain/calendar/offered-slots';
import { slotsFor } from '../../../domain/calendar/slots';
import type { Slot } from '../../../domain/calendar/window';
import { type HeldSlot, usageWithout, without } from '../../db/capacity/held-slot';
import { channelFor, hasCapacity, hasDeskCapacity, pickSlot, readUsage } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import type { BookingChannel } from '../../db/schema/visit-tables';

type Channel = HeldSlot['channel'];

/** A window that a changed visit gets, and the share that it uses; without one there is no room. */
export type Place = { readonly slot: Slot; readonly channel: Channel };

export type ChangedVisit = {
  readonly held: HeldSlot;
  /** Whether area, equipment and programmes are as before. */
  readonly hasSameNeeds: boolean;
  readonly needs: VisitNeeds;
  readonly minutes: number;
  /** Who changes it: only the desk may give out the kept share. */
  readonly by: 'requester' | 'desk';
  /** How the booking came in. */
  readonly channel: BookingChannel;
};

/** Finds where a changed visit goes: by `date`, where it is or where its wishes lead. */
export function findPlace(
  write: CityWrite,
  visit: ChangedVisit,
  date: DateRule,
  wishes: Preferences,
): Promise<Place | undefined> {
  return date === 'keep' ? keepPlace(write, visit) : placeByWishes(write, visit, wishes);
}

/**
 * Keeps the promised date and window: with the same unit, or else with another one that comes there in the same
 * window. What needs no more than before stays, even where the rota has changed since.
 */
async function keepPlace(write: CityWrite, visit: ChangedVisit): Promise<Place | undefined> {
  const { held, hasSameNeeds, needs, minutes } = visit;
  const { slot: own } = held;
  if (hasSameNeeds && minutes <= held.minutes) return { slot: own, channel: held.channel };
  const there = slotsFor(write.context.city, { ...needs, from: own.date, days: 1 })
    .filter(({ window }) => window === own.window)
    .sort((a, b) => Number(b.unit === own.unit) - Number(a.unit === own.unit));
  for (const slot of there) {
    const isOwn = slot.unit === own.unit;
    // Its minutes are promised, whatever the city has made of the window since.
    if (isOwn && minutes <= held.minutes) return { slot: own, channel: held.channel };
    const usage = await usageWithout(write, slot, held);
    const channel = shareOf(visit, slot, usage);
    if (channel !== undefined) return { slot, channel };
  }
  return undefined;
}

async function placeByWishes(
  write: CityWrite,
  visit: ChangedVisit,
  wishes: Preferences,
): Promise<Place | undefined> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const from = localDateAt(nowMs, city.settings.utcOffsetMinutes);
  const usage = without(await readUsage(tx, city.code, from), visit.held);
  const slots = offeredSlots(city, visit.needs, nowMs);
  const slot = pickSlot(slots, wishes, (one) => shareOf(visit, one, usage) !== undefined);
  const channel = slot && shareOf(visit, slot, usage);
  return slot === undefined || channel === undefined ? undefined : { slot, channel };
}

/** Returns the share that has room for the visit; `undefined` where there is none. */
function shareOf(
  { by, minutes, channel }: ChangedVisit,
  slot: Slot,
  usage: Parameters<typeof hasCapacity>[1],
): Channel | undefined {
  if (by === 'requester') return hasCapacity(slot, usage, minutes) ? 'online' : undefined;
  return hasDeskCapacity(slot, usage, minutes) ? channelFor(channel, slot, usage, minutes) : undefined;
}
