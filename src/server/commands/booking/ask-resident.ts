import type { DeskCommand } from '../../../contract/staff/commands';
import type { CityWrite } from '../../db/engine/write-city';
import { seal } from '../../db/secret/seal';
import { applyTransition } from '../../steps/booking/apply-transition';
import { isOver, type StaffActor, type StaffOutcome } from '../run/staff-outcome';
import { findForEdit } from './find-for-desk';

type AskResident = Extract<DeskCommand, { name: 'ask-resident' }>;

/** Asks the requester for something, in the app; an empty text takes the question back. */
export async function askResident(
  write: CityWrite,
  staff: StaffActor,
  command: AskResident,
): Promise<StaffOutcome> {
  const booking = await findForEdit(write, staff, command);
  if ('problem' in booking) return booking;
  if (isOver(booking.state)) return { problem: 'booking-state-forbids' };
  const text = command.text.trim();
  await applyTransition(write, booking, {
    to: booking.state,
    actor: 'desk',
    action: 'ask',
    staffId: staff.id,
    note: text,
    set:
      text === ''
        ? { question: null, asked_at: null }
        : { question: seal(write.context, `${booking.id}/question`, text), asked_at: write.nowMs },
  });
  return undefined;
}
