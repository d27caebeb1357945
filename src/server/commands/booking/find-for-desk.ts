import type { BookingId } from '../../../domain/booking/booking';
import { type Result, refuse } from '../../../domain/result';
import { type FoundStaffBooking, findStaffBooking } from '../../db/booking/find-staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import type { StaffActor } from '../run/staff-actor';

/** A booking that a person of the desk reaches and that still has a person; kelurahan is not told that another area's exists. */
export async function findForDesk(
  write: CityWrite,
  { role, areas }: StaffActor,
  bookingId: BookingId,
): Promise<Result<{ readonly booking: FoundStaffBooking }>> {
  const booking = await findStaffBooking(write, bookingId);
  const isReached = booking !== undefined && (role !== 'kelurahan' || areas.includes(booking.area));
  if (!isReached) return refuse('booking-not-found', { pointer: '/bookingId' });
  return booking.erased_at === null
    ? { ok: true, booking }
    : refuse('booking-erased', { pointer: '/bookingId' });
}

/** The same for an edit: one of an older revision is refused, since she who made it saw another booking. */
export async function findForEdit(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, revision }: { readonly bookingId: BookingId; readonly revision: number },
): Promise<Result<{ readonly booking: FoundStaffBooking }>> {
  const found = await findForDesk(write, staff, bookingId);
  if (!found.ok || found.booking.revision === revision) return found;
  return refuse('booking-changed', { pointer: '/revision' });
}
