import type { DeskCommand } from '../../contract/staff/commands';
import { recordEvent } from '../db/record-move';
import type { CityWrite } from '../db/write-city';
import { findCrewVisit } from './crew-visit';
import { findForDesk } from './find-for-desk';
import type { StaffActor, StaffOutcome } from './staff-outcome';

type AddNote = Extract<DeskCommand, { name: 'add-note' }>;

/** A note for the staff alone. It leaves the booking's revision: nobody's edit is stale for it. */
export async function addNote(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, text }: AddNote,
): Promise<StaffOutcome> {
  const isCrew = staff.role === 'crew';
  const found = isCrew
    ? await findCrewVisit(write, staff, bookingId)
    : await findForDesk(write, staff, bookingId);
  if ('problem' in found) return found;
  const booking = 'booking' in found ? found.booking : found;
  await recordEvent(write, booking, {
    to: booking.state,
    actor: isCrew ? 'crew' : 'desk',
    action: 'note',
    staffId: staff.id,
    note: text,
  });
  return undefined;
}
