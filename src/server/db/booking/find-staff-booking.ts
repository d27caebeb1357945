import type { BookingId } from '../../../domain/booking/booking';
import type { WindowChoice } from '../../../domain/calendar/window';
import type { CityWrite } from '../engine/write-city';
import { type BookingColumns, bookingRefs } from '../schema/booking-columns';
import type { SlotKey } from '../schema/tables';

const FOUND = [
  'id',
  'number',
  'state',
  'revision',
  'minutes',
  'equipment_json',
  'services_json',
  'preferences_json',
  'area',
  'channel',
  'accepted_at',
  'departed_at',
  'arrived_at',
  'follow_hash',
  'erased_at',
] as const;

export type FoundStaffBooking = Pick<BookingColumns, (typeof FOUND)[number]> & {
  readonly scheduled: (WindowChoice & Pick<SlotKey, 'unit'>) | undefined;
};

/** Finds a booking with the columns that staff commands judge. The caller decides who may see it. */
export async function findStaffBooking(
  { tx, context }: CityWrite,
  id: BookingId,
): Promise<FoundStaffBooking | undefined> {
  const row = await tx
    .selectFrom('bookings as b')
    .leftJoin('reservations as r', (join) =>
      join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
    )
    .select([...bookingRefs(FOUND), 'r.unit', 'r.day', 'r.window_id'])
    .where('b.city', '=', context.city.code)
    .where('b.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { unit, day, window_id, ...booking } = row;
  const isPlaced = unit !== null && day !== null && window_id !== null;
  return { ...booking, scheduled: isPlaced ? { unit, date: day, window: window_id } : undefined };
}
