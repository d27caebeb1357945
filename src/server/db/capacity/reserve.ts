import type { BookingId } from '../../../domain/booking/booking';
import type { Slot } from '../../../domain/calendar/window';
import { prepareQuery } from '../engine/prepare-query';
import type { CityWrite } from '../engine/write-city';
import type { SlotKey, Tables } from '../schema/tables';
import { slotKeyOf } from './usage';

const keepSlot = prepareQuery((db, slot: Tables['slots']) =>
  db
    .insertInto('slots')
    .values({
      city: slot.city,
      unit: slot.unit,
      day: slot.day,
      window_id: slot.window_id,
      start_time: slot.start_time,
      end_time: slot.end_time,
      capacity_minutes: slot.capacity_minutes,
      online_capacity_minutes: slot.online_capacity_minutes,
      used_minutes: slot.used_minutes,
      online_used_minutes: slot.online_used_minutes,
    })
    // The city may have changed the rota since the first booking: minutes already promised stay within the
    // table's checks.
    .onConflict((conflict) =>
      conflict.columns(['city', 'unit', 'day', 'window_id']).doUpdateSet((eb) => ({
        start_time: eb.ref('excluded.start_time'),
        end_time: eb.ref('excluded.end_time'),
        capacity_minutes: eb
          .case()
          .when('slots.used_minutes', '>', eb.ref('excluded.capacity_minutes'))
          .then(eb.ref('slots.used_minutes'))
          .else(eb.ref('excluded.capacity_minutes'))
          .end(),
        online_capacity_minutes: eb
          .case()
          .when('slots.online_used_minutes', '>', eb.ref('excluded.online_capacity_minutes'))
          .then(eb.ref('slots.online_used_minutes'))
          .else(eb.ref('excluded.online_capacity_minutes'))
          .end(),
      })),
    ),
);

const addReservation = prepareQuery((db, reservation: Tables['reservations']) => {
  const { city, booking_id, unit, day, window_id, minutes, channel } = reservation;
  return db.insertInto('reservations').values({ city, booking_id, unit, day, window_id, minutes, channel });
});

/** Takes a booking's minutes out of a window, whose row is created with its first booking. */
export async function reserveSlot(
  { tx, context }: CityWrite,
  booking: { readonly id: BookingId; readonly minutes: number },
  slot: Slot,
  channel: 'online' | 'desk' = 'online',
): Promise<void> {
  const city = context.city.code;
  const key = slotKeyOf(slot);
  await keepSlot(tx, {
    city,
    ...key,
    start_time: slot.start,
    end_time: slot.end,
    capacity_minutes: slot.capacityMinutes,
    online_capacity_minutes: slot.onlineCapacityMinutes,
    used_minutes: 0,
    online_used_minutes: 0,
  });
  const { id, minutes } = booking;
  await addReservation(tx, { city, booking_id: id, ...key, minutes, channel });
}

/** Gives a booking's minutes back. Returns the window that now has more room. */
export async function freeSlot({ tx, context }: CityWrite, id: BookingId): Promise<SlotKey | undefined> {
  return tx
    .deleteFrom('reservations')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .returning(['unit', 'day', 'window_id'])
    .executeTakeFirst();
}
