import type { BookingId } from '../../../domain/booking/booking';
import type { WindowChoice } from '../../../domain/calendar/window';
import type { CityWrite } from '../engine/write-city';
import { type BookingColumns, bookingRefs } from '../schema/booking-columns';
import type { Role } from '../schema/tables';

const FOUND = ['id', 'state', 'minutes', 'equipment_json', 'services_json', 'area', 'erased_at'] as const;

export type FoundBooking = Pick<BookingColumns, (typeof FOUND)[number]> & {
  readonly role: Role;
  readonly scheduled?: WindowChoice;
};

/**
 * Finds a booking that this device may see. About anybody else's booking the device learns nothing, not even
 * that it exists.
 */
export async function findBooking(
  { tx, context }: CityWrite,
  deviceHash: string,
  id: BookingId,
): Promise<FoundBooking | undefined> {
  const row = await tx
    .selectFrom('booking_devices as d')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
    )
    .leftJoin('reservations as r', (join) =>
      join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
    )
    .select([...bookingRefs(FOUND), 'd.role', 'r.day', 'r.window_id'])
    .where('d.city', '=', context.city.code)
    .where('d.device_hash', '=', deviceHash)
    .where('d.booking_id', '=', id)
    .where('d.withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { day, window_id, ...booking } = row;
  return day === null || window_id === null
    ? booking
    : { ...booking, scheduled: { date: day, window: window_id } };
}
