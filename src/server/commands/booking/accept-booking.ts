import type { DeskCommand } from '../../../contract/staff/commands';
import { isOver } from '../../../domain/booking/state';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';

type AcceptBooking = Extract<DeskCommand, { name: 'accept-booking' }>;

/** Accepts a request that the desk has looked at, which the resident then sees. */
export async function acceptBooking(
  write: CityWrite,
  staff: StaffActor,
  command: AcceptBooking,
): Promise<Result> {
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  if (isOver(booking.state)) return refuse('booking-state-forbids');
  if (booking.accepted_at !== null) return DONE;
  await applyTransition(write, booking, {
    to: booking.state,
    actor: 'desk',
    action: 'accept',
    staffId: staff.id,
    set: { accepted_at: write.nowMs },
  });
  return DONE;
}
