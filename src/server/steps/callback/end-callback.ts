import type { BookingId } from '../../../domain/booking/booking';
import type { CallbackId } from '../../../domain/people/callback';
import type { StaffId } from '../../../domain/staff/role';
import type { CityWrite } from '../../db/engine/write-city';

export type CallbackEnd = {
  readonly state: 'done' | 'withdrawn';
  readonly outcome?: 'booked' | 'talked';
  readonly bookingId?: BookingId;
  readonly staffId?: StaffId;
};

/**
 * Ends a callback that is still to be made and forgets whom to call. A callback that is over stays as it is.
 */
export async function endCallback(
  { tx, context, nowMs, nextChange }: CityWrite,
  id: CallbackId,
  { state, outcome, bookingId, staffId }: CallbackEnd,
): Promise<void> {
  await tx
    .updateTable('callbacks')
    .set({
      state,
      person: null,
      outcome: outcome ?? null,
      booking_id: bookingId ?? null,
      finished_by: staffId ?? null,
      changed_at: nowMs,
      change_number: nextChange(),
    })
    .where('city', '=', context.city.code)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute();
}
