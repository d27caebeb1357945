import type { DeskCommand } from '../../../contract/staff/commands';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { isOver, type StaffActor, type StaffOutcome } from '../run/staff-outcome';
import { findForEdit } from './find-for-desk';

type AcceptBooking = Extract<DeskCommand, { name: 'accept-booking' }>;

/** The desk has looked at the request and takes it as it is; the resident sees so. */
export async function acceptBooking(
  write: CityWrite,
  staff: StaffActor,
  command: AcceptBooking,
): Promise<StaffOutcome> {
  const booking = await findForEdit(write, staff, command);
  if ('problem' in booking) return booking;
  if (isOver(booking.state)) return { problem: 'booking-state-forbids' };
  if (booking.accepted_at !== null) return undefined;
  await applyTransition(write, booking, {
    to: booking.state,
    actor: 'desk',
    action: 'accept',
    staffId: staff.id,
    set: { accepted_at: write.nowMs },
  });
  return undefined;
}
