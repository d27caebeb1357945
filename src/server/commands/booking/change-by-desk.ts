import type { DeskCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { type Result, refuse } from '../../../domain/result';
import { readStoredRequest } from '../../db/booking/stored-request';
import type { CityWrite } from '../../db/engine/write-city';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';
import { rewriteRequest } from './rewrite-request';

type ChangeByDesk = Extract<DeskCommand, { name: 'change-request' }>;

/**
 * Changes what was asked while staff talk to the resident, until the crew has left. The kelurahan changes only
 * what it entered itself, and stays in its own areas.
 */
export async function changeByDesk(
  write: CityWrite,
  staff: StaffActor,
  command: ChangeByDesk,
): Promise<Result> {
  const { context, nowMs } = write;
  const { request, date } = command;
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  const isKelurahan = staff.role === 'kelurahan';
  if (isKelurahan && booking.channel !== 'kelurahan') return refuse('booking-not-yours');
  if (isKelurahan && !staff.areas.includes(request.place.area)) {
    return refuse('area-unknown', { pointer: '/request/place/area' });
  }
  const { state, scheduled } = booking;
  const { settings } = context.city;
  const move = judgeTransition({
    state,
    scheduled,
    action: 'change-request',
    actor: 'desk',
    nowMs,
    settings,
  });
  if (!move.ok) return move;
  const stored = await readStoredRequest(write, booking.id);
  return rewriteRequest(write, stored, {
    change: request,
    date,
    by: 'desk',
    staffId: staff.id,
    // The desk has looked at what it changes itself.
    isAccepted: !isKelurahan,
  });
}
