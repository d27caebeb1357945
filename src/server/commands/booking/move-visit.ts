import type { DeskCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { deskSlotsOf } from '../../../domain/calendar/desk-slots';
import { localDateAt } from '../../../domain/calendar/local-date';
import { DONE, type Result, refuse } from '../../../domain/result';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import { channelFor, freeSlot, hasDeskCapacity, readUsage, reserveSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';

type MoveVisit = Extract<DeskCommand, { name: 'move-visit' }>;

/**
 * Gives a visit another window or unit; the desk may use the kept share. A refused booking keeps what it had.
 */
export async function moveVisit(write: CityWrite, staff: StaffActor, command: MoveVisit): Promise<Result> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const { choice } = command;
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  const { state, scheduled, minutes } = booking;
  const { settings } = city;
  const move = judgeTransition({ state, scheduled, action: 'choose-window', actor: 'desk', nowMs, settings });
  if (!move.ok) return move;
  const isThere = (slot: { date: string; window: string; unit: string }) =>
    slot.date === choice.date && slot.window === choice.window && slot.unit === choice.unit;
  if (scheduled !== undefined && isThere(scheduled)) return DONE;
  const slot = deskSlotsOf(city, needsOfBooking(city, booking), nowMs).find(isThere);
  if (slot === undefined) return refuse('window-not-offered', { pointer: '/choice' });
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, settings.utcOffsetMinutes));
  if (!hasDeskCapacity(slot, usage, minutes)) return refuse('window-full', { pointer: '/choice' });
  const freed = await freeSlot(write, booking.id);
  await reserveSlot(write, booking, slot, channelFor(booking.channel, slot, usage, minutes));
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'desk',
    action: 'choose-window',
    staffId: staff.id,
    set: { accepted_at: booking.accepted_at ?? nowMs, departed_at: null },
  });
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}
