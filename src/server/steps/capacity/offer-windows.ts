import type { BookingId } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import { hasCapacity, readUsage } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { nearestWindows } from './find-slot';

/**
 * Offers the nearest free windows to those of `ids` that wait, so that whoever lost a date can choose another
 * at once. Phones read a row by its change number: unless the same write made them wait, this is news (`isNews`).
 */
export async function offerWindows(
  write: CityWrite,
  ids: readonly BookingId[],
  { isNews = false } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const { tx, context, nowMs, nextChange } = write;
  const { city } = context;
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  for (const id of ids) {
    const ofThis = tx
      .selectFrom('bookings')
      .select(['minutes', 'equipment_json', 'services_json', 'area', 'preferences_json'])
      .where('city', '=', city.code)
      .where('id', '=', id)
      .where('state', '=', 'waiting');
    const booking = await ofThis.executeTakeFirst();
    if (booking === undefined) continue;
    const slots = offeredSlots(city, needsOfBooking(city, booking), nowMs);
    const free = slots.filter((slot) => hasCapacity(slot, usage, booking.minutes));
    const alternatives = nearestWindows(free, JSON.parse(booking.preferences_json));
    await tx
      .updateTable('bookings')
      .set({
        alternatives_json: JSON.stringify(alternatives),
        alternatives_at: nowMs,
        ...(isNews ? { change_number: nextChange(), changed_at: nowMs } : {}),
      })
      .where('city', '=', city.code)
      .where('id', '=', id)
      .execute();
  }
}
