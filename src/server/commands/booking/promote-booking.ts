import type { DeskCommand } from '../../../contract/staff/commands';
import type { Preferences } from '../../../domain/booking/booking';
import { judgeTransition } from '../../../domain/booking/state';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import type { Slot } from '../../../domain/calendar/window';
import { DONE, type Result, refuse } from '../../../domain/result';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import { channelFor, hasDeskCapacity, pickSlot, readUsage, reserveSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';

type PromoteBooking = Extract<DeskCommand, { name: 'promote-booking' }>;

/**
 * Takes a booking out of the waiting list, into a window that the requester asked for, or else into the first
 * one with capacity; the desk may use the kept share.
 */
export async function promoteBooking(
  write: CityWrite,
  staff: StaffActor,
  command: PromoteBooking,
): Promise<Result> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const { settings } = city;
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  const { state, minutes } = booking;
  const move = judgeTransition({ state, action: 'promote', actor: 'desk', nowMs, settings });
  if (!move.ok) return move;
  const preferences: Preferences = JSON.parse(booking.preferences_json);
  const slots = offeredSlots(city, needsOfBooking(city, booking), nowMs);
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, settings.utcOffsetMinutes));
  const fits = (slot: Slot) => hasDeskCapacity(slot, usage, minutes);
  const slot = pickSlot(slots, preferences, fits) ?? slots.find(fits);
  if (slot === undefined) return refuse('window-full');
  await reserveSlot(write, booking, slot, channelFor(booking.channel, slot, usage, minutes));
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'desk',
    action: 'promote',
    staffId: staff.id,
    set: { accepted_at: booking.accepted_at ?? nowMs },
  });
  return DONE;
}
