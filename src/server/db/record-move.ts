import type { Actor, BookingAction, BookingState } from '../../domain/booking/state';
import type { BookingColumns } from './tables';
import type { CityWrite } from './write-city';

type Move = {
  readonly to: BookingState;
  readonly actor: Actor;
  readonly action: BookingAction;
  readonly set?: Partial<Pick<BookingColumns, 'cancelled_by' | 'cancel_reason'>>;
};

/** Writes a booking's new state and the event of it. That it may move so was judged before. */
export async function recordMove(
  { tx, context, nowMs, nextChange }: CityWrite,
  booking: Pick<BookingColumns, 'id' | 'state'>,
  { to, actor, action, set }: Move,
): Promise<void> {
  const city = context.city.code;
  const change_number = nextChange();
  await tx
    .updateTable('bookings')
    .set((eb) => ({
      state: to,
      revision: eb('revision', '+', 1),
      change_number,
      changed_at: nowMs,
      alternatives_json: null,
      alternatives_at: null,
      ...set,
    }))
    .where('city', '=', city)
    .where('id', '=', booking.id)
    .execute();
  await tx
    .insertInto('events')
    .values({
      city,
      change_number,
      booking_id: booking.id,
      at: nowMs,
      actor,
      action,
      from_state: booking.state,
      to_state: to,
    })
    .execute();
}
