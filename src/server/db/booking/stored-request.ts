import type { BookingId } from '../../../domain/booking/booking';
import type { CityWrite } from '../engine/write-city';
import type { BookingColumns } from '../schema/booking-columns';

const STORED = [
  'id',
  'state',
  'revision',
  'request',
  'minutes',
  'equipment_json',
  'services_json',
  'area',
  'channel',
  'person_index',
  'submitted_at',
  'accepted_at',
  'desk_changed_revision',
] as const;

export type StoredRequest = Pick<BookingColumns, (typeof STORED)[number]>;

/** Reads a booking with its request and all that follows from it. The caller has found that it is there. */
export function readStoredRequest({ tx, context }: CityWrite, id: BookingId): Promise<StoredRequest> {
  return tx
    .selectFrom('bookings')
    .select([...STORED])
    .where('city', '=', context.city.code)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
