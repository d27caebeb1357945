import type { DeskCommand } from '../../../contract/staff/commands';
import { isOver } from '../../../domain/booking/state';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { seal } from '../../db/secret/seal';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';

type AskResident = Extract<DeskCommand, { name: 'ask-resident' }>;

/** Asks the requester a question in the app; an empty text takes the question back. */
export async function askResident(
  write: CityWrite,
  staff: StaffActor,
  command: AskResident,
): Promise<Result> {
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  if (isOver(booking.state)) return refuse('booking-state-forbids');
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
  return DONE;
}
