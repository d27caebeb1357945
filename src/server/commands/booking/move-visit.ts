import type { DeskCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { deskSlotsOf } from '../../../domain/calendar/desk-slots';
import { localDateAt } from '../../../domain/calendar/local-date';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import { freeSlot, reserveSlot } from '../../db/capacity/reserve';
import { channelFor, hasDeskCapacity, readUsage } from '../../db/capacity/usage';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';
import type { StaffActor, StaffOutcome } from '../run/staff-outcome';
import { findForEdit } from './find-for-desk';

type MoveVisit = Extract<DeskCommand, { name: 'move-visit' }>;

/** Another window or unit, the kept share included. Refused, the booking keeps what it had. */
export async function moveVisit(
  write: CityWrite,
  staff: StaffActor,
  command: MoveVisit,
): Promise<StaffOutcome> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const { choice } = command;
  const booking = await findForEdit(write, staff, command);
  if ('problem' in booking) return booking;
  const { state, scheduled, minutes } = booking;
  const { settings } = city;
  const move = judgeTransition({ state, scheduled, action: 'choose-window', actor: 'desk', nowMs, settings });
  if (!move.ok) return { problem: move.problem };
  const isThere = (slot: { date: string; window: string; unit: string }) =>
    slot.date === choice.date && slot.window === choice.window && slot.unit === choice.unit;
  if (scheduled !== undefined && isThere(scheduled)) return undefined;
  const slot = deskSlotsOf(city, needsOfBooking(city, booking), nowMs).find(isThere);
  if (slot === undefined) return { problem: 'window-not-offered', pointer: '/choice' };
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, settings.utcOffsetMinutes));
  if (!hasDeskCapacity(slot, usage, minutes)) return { problem: 'window-full', pointer: '/choice' };
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
  return undefined;
}
