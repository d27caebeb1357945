import type { VisitNeeds } from '../../../domain/calendar/offered-slots';
import { findService, needsOf } from '../../../domain/catalogue/find-service';
import type { ServiceId } from '../../../domain/catalogue/service';
import type { City } from '../../../domain/city/city';
import type { BookingColumns } from '../schema/booking-columns';

/**
 * Returns what a stored booking requires of a unit: the equipment it was booked with, and the programmes to
 * which its services belong today. A service that the catalogue no longer has requires no programme.
 */
export function needsOfBooking(
  { catalogue }: City,
  booking: Pick<BookingColumns, 'area' | 'equipment_json' | 'services_json'>,
): VisitNeeds {
  const services: readonly ServiceId[] = JSON.parse(booking.services_json);
  const { programmes } = needsOf(services.flatMap((id) => findService(catalogue, id) ?? []));
  return { area: booking.area, equipment: JSON.parse(booking.equipment_json), programmes };
}
