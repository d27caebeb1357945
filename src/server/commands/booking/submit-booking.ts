import type { Insertable } from 'kysely';
import type { SubmitBooking } from '../../../contract/commands';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { insertBooking } from '../../db/booking/insert-booking';
import { prepareQuery } from '../../db/engine/prepare-query';
import type { CityWrite } from '../../db/engine/write-city';
import type { BookingColumns } from '../../db/schema/booking-columns';
import type { Tables } from '../../db/schema/tables';
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
  const [requester] = await ownerOf(tx, { city: city.code, id: bookingId });
  const owner = requester?.device_hash;
  if (owner === deviceHash) return DONE;
  const judged = judgeRequest(request, city, nowMs);
  if (owner !== undefined) {
    const sent = { request: judged.ok ? judged.request : request, followHash };
    if (await claimBooking(write, deviceHash, bookingId, sent)) return DONE;
    return refuse('booking-id-taken', { pointer: '/bookingId' });
  }
  if (!judged.ok) return judged;
  const [namesake] = await byFollowHash(tx, { city: city.code, follow_hash: followHash });
  if (namesake !== undefined) {
    return refuse('request-not-valid', { pointer: '/followHash' });
  }
  const [count] = await openOf(tx, { city: city.code, deviceHash });
  if ((count?.open ?? 0) >= city.settings.maxOpenBookingsPerDevice) {
    return refuse('booking-limit-reached');
  }
  const { minutes, needs } = judged;
  const slots = offeredSlots(city, { area: request.place.area, ...needs }, nowMs);
  const { slot, alternatives } = await findSlot(write, slots, request.preferences, minutes);
  const change_number = await insertBooking(write, {
    id: bookingId,
    request: judged.request,
    minutes,
    equipment: needs.equipment,
    followHash,
    channel: 'online',
    slot,
    alternatives,
  });
  await addRequester(tx, {
    city: city.code,
    booking_id: bookingId,
    change_number,
    device_hash: deviceHash,
    role: 'requester',
  });
  return DONE;
}

const addRequester = prepareQuery((db, d: Insertable<Tables['booking_devices']>) => {
  const { city, booking_id, change_number, device_hash, role } = d;
  return db.insertInto('booking_devices').values({ city, booking_id, change_number, device_hash, role });
});

type Key<Column extends keyof BookingColumns> = Pick<BookingColumns, 'city' | Column>;

const ownerOf = prepareQuery((db, { city, id }: Key<'id'>) =>
  db
    .selectFrom('booking_devices')
    .select('device_hash')
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .where('role', '=', 'requester'),
);

const byFollowHash = prepareQuery((db, { city, follow_hash }: Key<'follow_hash'>) =>
  db.selectFrom('bookings').select('id').where('city', '=', city).where('follow_hash', '=', follow_hash),
);

const openOf = prepareQuery(
  (db, { city, deviceHash }: { readonly city: string; readonly deviceHash: string }) =>
    db
      .selectFrom('booking_devices as d')
      .innerJoin('bookings as b', (join) =>
        join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
      )
      .select((eb) => eb.fn.countAll<number>().as('open'))
      .where('d.city', '=', city)
      .where('d.device_hash', '=', deviceHash)
      .where('d.role', '=', 'requester')
      .where('b.state', 'in', OPEN_STATES),
);
