import type { SubmitBooking } from '../../../contract/commands';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { drawNumber, insertBooking } from '../../db/booking/insert-booking';
import { prepareQuery } from '../../db/engine/prepare-query';
import type { CityWrite } from '../../db/engine/write-city';
import type { BookingColumns } from '../../db/schema/booking-columns';
import { findSlot } from '../../steps/capacity/find-slot';
import { claimBooking } from './claim-booking';
import { judgeRequest } from './judge-request';

const OPEN_STATES = ['waiting', 'scheduled', 'departed', 'arrived'] as const;

/**
 * Books a visit in the first window that the resident asked for and that has capacity. Without one the
 * booking joins the waiting list: a request is never lost for want of a date.
 */
export async function submitBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId, request, followHash }: SubmitBooking,
): Promise<ResidentResult> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const number = drawNumber(context);
  const [found] = await look(tx, { city: city.code, id: bookingId, followHash, deviceHash, number });
  if (found === undefined) throw new Error(`city ${city.code} has no counter`);
  if (found.owner === deviceHash) return DONE;
  const judged = judgeRequest(request, city, nowMs);
  if (found.owner !== null) {
    const sent = { request: judged.ok ? judged.request : request, followHash };
    if (await claimBooking(write, deviceHash, bookingId, sent)) return DONE;
    return refuse('booking-id-taken', { pointer: '/bookingId' });
  }
  if (!judged.ok) return judged;
  if (found.namesake !== null) return refuse('request-not-valid', { pointer: '/followHash' });
  if (Number(found.open) >= city.settings.maxOpenBookingsPerDevice) return refuse('booking-limit-reached');
  const { minutes, needs } = judged;
  const slots = offeredSlots(city, { area: request.place.area, ...needs }, nowMs);
  const { slot, alternatives } = await findSlot(write, slots, request.preferences, minutes);
  await insertBooking(write, {
    id: bookingId,
    request: judged.request,
    minutes,
    equipment: needs.equipment,
    followHash,
    channel: 'online',
    slot,
    alternatives,
    requester: deviceHash,
    ...(found.numbered === null ? { number } : {}),
  });
  return DONE;
}

type Asked = {
  readonly city: string;
  readonly id: BookingColumns['id'];
  readonly followHash: string;
  readonly deviceHash: string;
  readonly number: BookingColumns['number'];
};

/**
 * All that a booking must know of others, in one statement, since each is a round trip on PostgreSQL: whose the booking's
 * id is, who has its follow hash and its number, and how many open bookings the phone has.
 */
const look = prepareQuery((db, { city, id, followHash, deviceHash, number }: Asked) =>
  db
    .selectFrom('city_counters as c')
    .select((eb) => [
      eb
        .selectFrom('booking_devices')
        .select('device_hash')
        .where('city', '=', city)
        .where('booking_id', '=', id)
        .where('role', '=', 'requester')
        .as('owner'),
      eb
        .selectFrom('bookings')
        .select('id')
        .where('city', '=', city)
        .where('follow_hash', '=', followHash)
        .as('namesake'),
      eb
        .selectFrom('bookings')
        .select('id')
        .where('city', '=', city)
        .where('number', '=', number)
        .as('numbered'),
      eb
        .selectFrom('booking_devices as d')
        .innerJoin('bookings as b', (join) =>
          join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
        )
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('d.city', '=', city)
        .where('d.device_hash', '=', deviceHash)
        .where('d.role', '=', 'requester')
        .where('b.state', 'in', OPEN_STATES)
        .as('open'),
    ])
    .where('c.city', '=', city),
);
