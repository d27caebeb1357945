import type { SubmitBooking } from '../../contract/commands';
import { localDateAt } from '../../domain/calendar/local-date';
import { insertBooking } from '../db/insert-booking';
import { offeredSlots } from '../db/offered-slots';
import { hasRoom, pickSlot, readUsage } from '../db/room';
import type { CityWrite } from '../db/write-city';
import { judgeRequest } from './judge-request';
import { nearestWindows } from './nearest-windows';
import type { Outcome } from './refusal';

const OPEN_STATES = ['waiting', 'scheduled', 'departed', 'arrived'] as const;

/** Books a visit: the first wish with room gets a date, none puts it on the waiting list. It is never lost for a date. */
export async function submitBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId, request, followHash }: SubmitBooking,
): Promise<Outcome> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const owner = await findOwner(write, bookingId);
  if (owner === deviceHash) return undefined;
  if (owner !== undefined) return { problem: 'booking-id-taken', pointer: '/bookingId' };
  const judged = judgeRequest(request, city, nowMs);
  if (!judged.ok) return judged.refusal;
  if (await isFollowHashTaken(write, followHash)) {
    return { problem: 'request-not-valid', pointer: '/followHash' };
  }
  if ((await countOpen(write, deviceHash)) >= city.settings.maxOpenBookingsPerDevice) {
    return { problem: 'booking-limit-reached' };
  }
  const { minutes, equipment } = judged;
  const slots = offeredSlots(city, { area: request.place.area, equipment }, nowMs);
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  const slot = pickSlot(slots, request.preferences, (candidate) => hasRoom(candidate, usage, minutes));
  const free = slots.filter((candidate) => hasRoom(candidate, usage, minutes));
  const change_number = await insertBooking(write, {
    id: bookingId,
    request,
    minutes,
    equipment,
    followHash,
    channel: 'online',
    slot,
    alternatives: slot === undefined ? nearestWindows(free, request.preferences) : undefined,
  });
  await tx
    .insertInto('booking_devices')
    .values({
      city: city.code,
      booking_id: bookingId,
      change_number,
      device_hash: deviceHash,
      role: 'requester',
    })
    .execute();
  return undefined;
}

async function findOwner(
  { tx, context }: CityWrite,
  id: SubmitBooking['bookingId'],
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('booking_devices')
    .select('device_hash')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('role', '=', 'requester')
    .executeTakeFirst();
  return row?.device_hash;
}

async function isFollowHashTaken({ tx, context }: CityWrite, followHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', context.city.code)
    .where('follow_hash', '=', followHash)
    .executeTakeFirst();
  return row !== undefined;
}

async function countOpen({ tx, context }: CityWrite, deviceHash: string): Promise<number> {
  const { open } = await tx
    .selectFrom('booking_devices as d')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('d.city', '=', context.city.code)
    .where('d.device_hash', '=', deviceHash)
    .where('d.role', '=', 'requester')
    .where('b.state', 'in', OPEN_STATES)
    .executeTakeFirstOrThrow();
  return open;
}
