import type { CrewCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit, keepRecord, madeAtOf } from './crew-visit';

type StartTravel = Extract<CrewCommand, { name: 'start-travel' }>;

/**
 * Records "Berangkat", so that the resident sees the crew is on its way. After the arrival it is only stored.
 */
export async function startTravel(
  write: CityWrite,
  staff: StaffActor,
  command: StartTravel,
): Promise<Result> {
  const visit = await findCrewVisit(write, staff, command.bookingId);
  if (!visit.ok) return visit;
  await keepRecord(write, visit, staff, { kind: 'depart', command, body: {} });
  const { booking, conflict } = visit;
  if (conflict !== undefined) return DONE;
  const { nowMs, context } = write;
  const { settings } = context.city;
  const move = judgeTransition({ state: booking.state, action: 'depart', actor: 'crew', nowMs, settings });
  if (!move.ok) return DONE;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'crew',
    action: 'depart',
    staffId: staff.id,
    set: { departed_at: madeAtOf(command, nowMs) },
  });
  return DONE;
}
