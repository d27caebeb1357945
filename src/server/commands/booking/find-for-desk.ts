import type { BookingId } from '../../../domain/booking/booking';
import { type Result, refuse } from '../../../domain/result';
import { type FoundStaffBooking, findStaffBooking } from '../../db/booking/find-staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import type { StaffActor } from '../run/staff-actor';

/**
 * Finds a booking that this member of staff may reach and that is not erased. Kelurahan staff are not told
 * that a booking of another area exists.
 */
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

/**
 * Finds a booking to edit. An edit of an older revision is refused, since whoever made it saw something else.
 */
export async function findForEdit(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, revision }: { readonly bookingId: BookingId; readonly revision: number },
): Promise<Result<{ readonly booking: FoundStaffBooking }>> {
  const found = await findForDesk(write, staff, bookingId);
  if (!found.ok || found.booking.revision === revision) return found;
  return refuse('booking-changed', { pointer: '/revision' });
}
