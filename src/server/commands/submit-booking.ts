import type { SubmitBooking } from '../../contract/commands';
import type { PublicNumber } from '../../domain/booking/booking';
import { makePublicNumber } from '../../domain/booking/public-number';
import { localDateAt } from '../../domain/calendar/local-date';
import { offeredSlots } from '../db/offered-slots';
import { reserveSlot } from '../db/reserve';
import { hasRoom, pickSlot, readUsage } from '../db/room';
import { nikIndexOf, seal } from '../db/seal';
import type { CityWrite } from '../db/write-city';
import { judgeRequest } from './judge-request';
import { nearestWindows } from './nearest-windows';
import type { Outcome } from './refusal';

const OPEN_STATES = ['waiting', 'scheduled', 'departed', 'arrived'] as const;
const MAX_SERIALS = 10_000_000;
const SERIAL_TRIES = 50;

/** Books a visit: the first wish with room gets a date, none puts it on the waiting list. It is never lost for a date. */
export async function submitBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId, request, followHash }: SubmitBooking,
): Promise<Outcome> {
  const { tx, context, nowMs, nextChange } = write;
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
  const change = nextChange();
  const state = slot === undefined ? 'waiting' : 'scheduled';
  const free = slots.filter((candidate) => hasRoom(candidate, usage, minutes));
  const alternatives = slot === undefined ? nearestWindows(free, request.preferences) : undefined;
  await tx
    .insertInto('bookings')
    .values({
      city: city.code,
      id: bookingId,
      number: await freeNumber(write),
      state,
      revision: 1,
      change_number: change,
      submitted_change: change,
      submitted_at: nowMs,
      changed_at: nowMs,
      minutes,
      equipment_json: JSON.stringify(equipment),
      area: request.place.area,
      services_json: JSON.stringify(request.services),
      package_id: request.packageId ?? null,
      preferences_json: JSON.stringify(request.preferences),
      alternatives_json: alternatives === undefined ? null : JSON.stringify(alternatives),
      alternatives_at: alternatives === undefined ? null : nowMs,
      cancelled_by: null,
      cancel_reason: null,
      request: seal(context, `${bookingId}/request`, request),
      nik_index: request.recipient.nik === undefined ? null : nikIndexOf(context, request.recipient.nik),
      follow_hash: followHash,
    })
    .execute();
  const booking = { city: city.code, booking_id: bookingId, change_number: change };
  await tx
    .insertInto('booking_devices')
    .values({ ...booking, device_hash: deviceHash, role: 'requester' })
    .execute();
  await tx
    .insertInto('events')
    .values({
      ...booking,
      at: nowMs,
      actor: 'requester',
      action: 'submit',
      from_state: null,
      to_state: state,
    })
    .execute();
  if (slot !== undefined) await reserveSlot(write, { id: bookingId, minutes }, slot);
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

/** Random, so that a number tells nothing of how many there are. */
async function freeNumber({ tx, context }: CityWrite): Promise<PublicNumber> {
  for (let tries = 0; tries < SERIAL_TRIES; tries += 1) {
    const serial = Buffer.from(context.randomBytes(6)).readUIntBE(0, 6) % MAX_SERIALS;
    const number = makePublicNumber(serial);
    const taken = await tx
      .selectFrom('bookings')
      .select('id')
      .where('city', '=', context.city.code)
      .where('number', '=', number)
      .executeTakeFirst();
    if (taken === undefined) return number;
  }
  throw new Error('no free public number was found');
}
