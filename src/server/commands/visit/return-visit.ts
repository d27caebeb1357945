import type { CrewCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result } from '../../../domain/result';
import { freeSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import { offerWindows } from '../../steps/capacity/offer-windows';
import { promote } from '../../steps/capacity/promote';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit, keepRecord } from './crew-visit';

type ReturnVisit = Extract<CrewCommand, { name: 'return-visit' }>;

/**
 * Records "Tidak bisa hari ini": the visit goes back to the waiting list, until the desk gives it another
 * window or the resident chooses one. Its minutes go to whoever waits for them.
 */
export async function returnVisit(
  write: CityWrite,
  staff: StaffActor,
  command: ReturnVisit,
): Promise<Result> {
  const { reason } = command;
  const visit = await findCrewVisit(write, staff, command.bookingId);
  if (!visit.ok) return visit;
  await keepRecord(write, visit, staff, { kind: 'return', command, body: { reason } });
  const { booking, conflict } = visit;
  if (conflict !== undefined) return DONE;
  const { nowMs, context } = write;
  const { settings } = context.city;
  const move = judgeTransition({ state: booking.state, action: 'return', actor: 'crew', nowMs, settings });
  if (!move.ok) return DONE;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'crew',
    action: 'return',
    staffId: staff.id,
    note: reason,
    set: { departed_at: null, arrived_at: null },
  });
  const freed = await freeSlot(write, booking.id);
  if (freed !== undefined) await promote(write, freed);
  await offerWindows(write, [booking.id]);
  return DONE;
}
