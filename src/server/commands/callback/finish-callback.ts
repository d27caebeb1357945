import type { FinishCallback } from '../../../contract/staff/commands';
import { DONE, type Result, refuse } from '../../../domain/result';
import { findStaffBooking } from '../../db/booking/find-staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { endCallback } from '../../steps/callback/end-callback';
import type { StaffActor } from '../run/staff-actor';

/** Records what came of a callback. Where nobody answered it stays on the list, with one more try counted. */
export async function finishCallback(
  write: CityWrite,
  staff: StaffActor,
  { callbackId, outcome, bookingId }: FinishCallback,
): Promise<Result> {
  const { tx, context, nowMs, nextChange } = write;
  const city = context.city.code;
  const open = await tx
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', callbackId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (open === undefined) return refuse('callback-not-found', { pointer: '/callbackId' });
  if (outcome === 'not-reached') {
    await tx
      .updateTable('callbacks')
      .set((eb) => ({ tries: eb('tries', '+', 1), tried_at: nowMs, change_number: nextChange() }))
      .where('city', '=', city)
      .where('id', '=', callbackId)
      .execute();
    return DONE;
  }
  const staffId = staff.id;
  if (outcome === 'talked') {
    await endCallback(write, callbackId, { state: 'done', outcome, staffId });
    return DONE;
  }
  if (bookingId === undefined || (await findStaffBooking(write, bookingId)) === undefined) {
    return refuse('booking-not-found', { pointer: '/bookingId' });
  }
  await endCallback(write, callbackId, { state: 'done', outcome, bookingId, staffId });
  return DONE;
}
