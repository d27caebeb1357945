import type { ChooseWindow } from '../../../contract/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import { freeSlot, hasCapacity, readUsage, reserveSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';

/**
 * Moves a booking to another window, or out of the waiting list. A refused booking keeps the window it had.
 */
export async function chooseWindow(
  write: CityWrite,
  deviceHash: string,
  { bookingId, choice }: ChooseWindow,
): Promise<ResidentResult> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  const { state, scheduled, role: actor, minutes } = booking;
  const move = judgeTransition({
    state,
    scheduled,
    action: 'choose-window',
    actor,
    nowMs,
    settings: city.settings,
  });
  if (!move.ok) return move;
  if (scheduled?.date === choice.date && scheduled.window === choice.window) return DONE;
  const slots = offeredSlots(city, needsOfBooking(city, booking), nowMs).filter(
    ({ date, window }) => date === choice.date && window === choice.window,
  );
  if (slots.length === 0) return refuse('window-not-offered', { pointer: '/choice' });
  const usage = await readUsage(tx, city.code, choice.date);
  const slot = slots.find((candidate) => hasCapacity(candidate, usage, minutes));
  if (slot === undefined) return refuse('window-full', { pointer: '/choice' });
  const freed = await freeSlot(write, bookingId);
  await reserveSlot(write, booking, slot);
  await applyTransition(write, booking, { to: move.state, actor, action: 'choose-window' });
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}
