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

/**
 * Books for someone who has no phone at hand. The same rules apply as for a resident, but the kept share may
 * be used.
 */
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
    request: judged.request,
    minutes,
    equipment: needs.equipment,
    // The hash of no token that anyone holds: the crew proves the visit by its number.
    followHash: createHash('sha256').update(context.randomBytes(TOKEN_BYTES)).digest('base64url'),
    channel,
    slot,
    alternatives: slot === undefined ? nearestWindows(slots.filter(fits), request.preferences) : undefined,
    staffId: staff.id,
    // The desk has looked at what it enters itself.
    isAccepted: !isKelurahan,
  });
  if (callbackId !== undefined) {
    const end = { state: 'done', outcome: 'booked', bookingId, staffId: staff.id } as const;
    await endCallback(write, callbackId, end);
  }
  return DONE;
}

/**
 * Returns the id of the member of staff who entered this booking; an empty text where a resident's phone did.
 */
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

/** Also finds a callback that is over: whoever withdrew it during the call still gets the booking. */
async function hasCallback({ tx, context }: CityWrite, id: CallbackId): Promise<boolean> {
  const row = await tx
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', context.city.code)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
