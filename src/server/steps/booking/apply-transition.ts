import { type Actor, type BookingState, isOver } from '../../../domain/booking/state';
import type { StaffId } from '../../../domain/staff/role';
import type { CityWrite } from '../../db/engine/write-city';
import type { BookingColumns } from '../../db/schema/booking-columns';
import type { EventAction } from '../../db/schema/tables';
import { seal } from '../../db/secret/seal';

type Changed =
  | 'cancelled_by'
  | 'cancel_reason'
  | 'accepted_at'
  | 'question'
  | 'asked_at'
  | 'departed_at'
  | 'arrived_at'
  | 'closed_at'
  | 'visit'
  | 'request'
  | 'nik_index'
  | 'person_index'
  | 'search_tokens'
  | 'search_version'
  | 'follow_hash'
  | 'erased_at'
  | 'minutes'
  | 'equipment_json'
  | 'area'
  | 'services_json'
  | 'package_id'
  | 'preferences_json'
  | 'alternatives_json'
  | 'alternatives_at'
  | 'request_changed_at'
  | 'desk_changed_at'
  | 'desk_changed_revision';

type NewEvent = {
  readonly to: BookingState;
  readonly actor: Actor;
  readonly action: EventAction;
  readonly staffId?: StaffId;
  /** Words for the history; stored encrypted. */
  readonly note?: string;
};

type Transition = NewEvent & { readonly set?: Partial<Pick<BookingColumns, Changed>> };

/** Writes a booking's new state and its event. The caller has judged the transition. */
export async function applyTransition(
  write: CityWrite,
  booking: Pick<BookingColumns, 'id' | 'state'>,
  { set, ...event }: Transition,
): Promise<void> {
  const { tx, context, nowMs } = write;
  const change_number = await addEvent(write, booking, event);
  const isStillWaiting = booking.state === 'waiting' && event.to === 'waiting';
  await tx
    .updateTable('bookings')
    .set((eb) => ({
      state: event.to,
      revision: eb('revision', '+', 1),
      change_number,
      changed_at: nowMs,
      ...(event.to === booking.state ? {} : { over_at: isOver(event.to) ? nowMs : null }),
      ...(isStillWaiting ? {} : { alternatives_json: null, alternatives_at: null }),
      ...set,
    }))
    .where('city', '=', context.city.code)
    .where('id', '=', booking.id)
    .execute();
}

/** Writes news for the booking's phones. The revision stays, so that no edit becomes stale by it. */
export async function addNews(
  write: CityWrite,
  booking: Pick<BookingColumns, 'id' | 'state'>,
  event: Omit<NewEvent, 'to'>,
): Promise<void> {
  const change_number = await addEvent(write, booking, { ...event, to: booking.state });
  await write.tx
    .updateTable('bookings')
    .set({ change_number, changed_at: write.nowMs })
    .where('city', '=', write.context.city.code)
    .where('id', '=', booking.id)
    .execute();
}

/** Writes a line of a booking's history. The booking's row stays as it is. Returns the change number. */
export async function addEvent(
  { tx, context, nowMs, nextChange }: CityWrite,
  { id, state }: Pick<BookingColumns, 'id' | 'state'>,
  { to, actor, action, staffId, note }: NewEvent,
): Promise<number> {
  const change_number = nextChange();
  await tx
    .insertInto('events')
    .values({
      city: context.city.code,
      change_number,
      booking_id: id,
      at: nowMs,
      actor,
      action,
      from_state: state,
      to_state: to,
      staff_id: staffId ?? null,
      note: note === undefined || note === '' ? null : seal(context, `${id}/event/${change_number}`, note),
    })
    .execute();
  return change_number;
}
