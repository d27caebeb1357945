import type { BookingId } from '../../domain/booking/booking';
import type { Slot } from '../../domain/calendar/window';
import { slotKeyOf } from './room';
import type { SlotKey } from './tables';
import type { CityWrite } from './write-city';

/** Takes the minutes out of the window, whose row is made with its first booking. */
export async function reserveSlot(
  { tx, context }: CityWrite,
  booking: { readonly id: BookingId; readonly minutes: number },
  slot: Slot,
  channel: 'online' | 'desk' = 'online',
): Promise<void> {
  const city = context.city.code;
  const key = slotKeyOf(slot);
  await tx
    .insertInto('slots')
    .values({
      city,
      ...key,
      start_time: slot.start,
      end_time: slot.end,
      capacity_minutes: slot.capacityMinutes,
      online_capacity_minutes: slot.onlineCapacityMinutes,
      used_minutes: 0,
      online_used_minutes: 0,
    })
    // The city may have changed the rota since the first booking: what was promised stays within the checks.
    .onConflict((conflict) =>
      conflict.columns(['city', 'unit', 'day', 'window_id']).doUpdateSet((eb) => ({
        start_time: slot.start,
        end_time: slot.end,
        capacity_minutes: eb
          .case()
          .when('slots.used_minutes', '>', slot.capacityMinutes)
          .then(eb.ref('slots.used_minutes'))
          .else(slot.capacityMinutes)
          .end(),
        online_capacity_minutes: eb
          .case()
          .when('slots.online_used_minutes', '>', slot.onlineCapacityMinutes)
          .then(eb.ref('slots.online_used_minutes'))
          .else(slot.onlineCapacityMinutes)
          .end(),
      })),
    )
    .execute();
  await tx
    .insertInto('reservations')
    .values({ city, booking_id: booking.id, ...key, minutes: booking.minutes, channel })
    .execute();
}

/** Gives a booking's minutes back; the answer is the window that has more room now. */
export async function freeSlot({ tx, context }: CityWrite, id: BookingId): Promise<SlotKey | undefined> {
  return tx
    .deleteFrom('reservations')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .returning(['unit', 'day', 'window_id'])
    .executeTakeFirst();
}
