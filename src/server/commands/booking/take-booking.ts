import { createHash } from 'node:crypto';
import type { DeskCommand } from '../../../contract/staff/commands';
import type { BookingId } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import type { Slot } from '../../../domain/calendar/window';
import type { CallbackId } from '../../../domain/people/callback';
import { DONE, type Result, refuse } from '../../../domain/result';
import { insertBooking } from '../../db/booking/insert-booking';
import { hasDeskCapacity, pickSlot, readUsage } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { endCallback } from '../../steps/callback/end-callback';
import { nearestWindows } from '../../steps/capacity/find-slot';
import type { StaffActor } from '../run/staff-actor';
import { judgeRequest } from './judge-request';

type TakeBooking = Extract<DeskCommand, { name: 'take-booking' }>;

const TOKEN_BYTES = 32;

/** A booking for someone without a phone at hand: the same rules as for a resident, with the kept share. */
export async function takeBooking(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, request, channel, callbackId }: TakeBooking,
): Promise<Result> {
  const { tx, context, nowMs } = write;
  const { city } = context;
  const isKelurahan = staff.role === 'kelurahan';
  if (isKelurahan && !staff.areas.includes(request.place.area)) {
    return refuse('area-unknown', { pointer: '/request/place/area' });
  }
  if (isKelurahan && channel !== 'kelurahan') return refuse('role-forbids', { pointer: '/channel' });
  if (isKelurahan && callbackId !== undefined) return refuse('role-forbids', { pointer: '/callbackId' });
  const taker = await findTaker(write, bookingId);
  if (taker === staff.id) return DONE;
  if (taker !== undefined) return refuse('booking-id-taken', { pointer: '/bookingId' });
  if (callbackId !== undefined && !(await hasCallback(write, callbackId))) {
    return refuse('callback-not-found', { pointer: '/callbackId' });
  }
  const judged = judgeRequest(request, city, nowMs);
  if (!judged.ok) return judged;
  const { minutes, needs } = judged;
  const slots = offeredSlots(city, { area: request.place.area, ...needs }, nowMs);
  const usage = await readUsage(tx, city.code, localDateAt(nowMs, city.settings.utcOffsetMinutes));
  const fits = (slot: Slot) => hasDeskCapacity(slot, usage, minutes);
  const slot = pickSlot(slots, request.preferences, fits);
  await insertBooking(write, {
    id: bookingId,
    request,
    minutes,
    equipment: needs.equipment,
    // Nobody holds its token: the crew proves the visit by the number.
    followHash: createHash('sha256').update(context.randomBytes(TOKEN_BYTES)).digest('base64url'),
    channel,
    slot,
    alternatives: slot === undefined ? nearestWindows(slots.filter(fits), request.preferences) : undefined,
    staffId: staff.id,
    // What the desk enters itself it has looked at.
    isAccepted: !isKelurahan,
  });
  if (callbackId !== undefined) {
    const end = { state: 'done', outcome: 'booked', bookingId, staffId: staff.id } as const;
    await endCallback(write, callbackId, end);
  }
  return DONE;
}

/** Who entered a booking of this id; an empty text for a resident's own phone. */
async function findTaker({ tx, context }: CityWrite, id: BookingId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('events')
    .select('staff_id')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('action', '=', 'submit')
    .executeTakeFirst();
  return row === undefined ? undefined : (row.staff_id ?? '');
}

/** Also one that is over: who withdrew the call while it was made still gets the booking. */
async function hasCallback({ tx, context }: CityWrite, id: CallbackId): Promise<boolean> {
  const row = await tx
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', context.city.code)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
