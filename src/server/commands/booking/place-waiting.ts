import type { Preferences } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { channelFor, hasDeskCapacity, pickSlot, readUsage } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import type { ChangedVisit, Place } from '../../steps/capacity/find-place';
import { findSlot } from '../../steps/capacity/find-slot';

/** Finds a window for a booking that waits, by its new wishes. The desk may use the kept share. */
export async function placeWaiting(
  write: CityWrite,
  { by, needs, minutes, channel }: Omit<ChangedVisit, 'held' | 'hasSameNeeds'>,
  wishes: Preferences,
): Promise<Place | undefined> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const slots = offeredSlots(city, needs, nowMs);
  if (by === 'requester') {
    const { slot } = await findSlot(write, slots, wishes, minutes);
    return slot && { slot, channel: 'online' };
  }
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  const slot = pickSlot(slots, wishes, (one) => hasDeskCapacity(one, usage, minutes));
  return slot && { slot, channel: channelFor(channel, slot, usage, minutes) };
}
