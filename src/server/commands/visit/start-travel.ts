import type { CrewCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor, StaffOutcome } from '../run/staff-outcome';
import { findCrewVisit, keepRecord, madeAtOf } from './crew-visit';

type StartTravel = Extract<CrewCommand, { name: 'start-travel' }>;

/** "Berangkat": the resident sees that the crew is on its way. Sent after the arrival it is only kept. */
export async function startTravel(
  write: CityWrite,
  staff: StaffActor,
  command: StartTravel,
): Promise<StaffOutcome> {
  const visit = await findCrewVisit(write, staff, command.bookingId);
  if ('problem' in visit) return visit;
  await keepRecord(write, visit, staff, { kind: 'depart', command, body: {} });
  const { booking, conflict } = visit;
  if (conflict !== undefined) return undefined;
  const { nowMs, context } = write;
  const { settings } = context.city;
  const move = judgeTransition({ state: booking.state, action: 'depart', actor: 'crew', nowMs, settings });
  if (!move.ok) return undefined;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'crew',
    action: 'depart',
    staffId: staff.id,
    set: { departed_at: madeAtOf(command, nowMs) },
  });
  return undefined;
}
