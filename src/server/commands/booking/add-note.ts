import type { DeskCommand } from '../../../contract/staff/commands';
import { DONE, type Result } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { addEvent } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit } from '../visit/crew-visit';
import { findForDesk } from './find-for-desk';

type AddNote = Extract<DeskCommand, { name: 'add-note' }>;

/** Adds a note that only the staff see. The booking's revision stays, so that no edit becomes stale by it. */
export async function addNote(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, text }: AddNote,
): Promise<Result> {
  const isCrew = staff.role === 'crew';
  const found = isCrew
    ? await findCrewVisit(write, staff, bookingId)
    : await findForDesk(write, staff, bookingId);
  if (!found.ok) return found;
  const { booking } = found;
  await addEvent(write, booking, {
    to: booking.state,
    actor: isCrew ? 'crew' : 'desk',
    action: 'note',
    staffId: staff.id,
    note: text,
  });
  return DONE;
}
