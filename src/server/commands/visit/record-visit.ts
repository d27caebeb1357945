import type { CrewCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result, refuse } from '../../../domain/result';
import { checkRecord, type VisitRecord } from '../../../domain/visit/outcome';
import type { CityWrite } from '../../db/engine/write-city';
import { sealVisit } from '../../db/visit/visit-of';
import { writeOutcomes } from '../../db/visit/write-outcomes';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit, keepRecord, madeAtOf } from './crew-visit';

type RecordVisit = Extract<CrewCommand, { name: 'record-visit' }>;

/**
 * Records "Selesai": the outcome of every service. It closes the booking, or waits for the desk where the
 * booking has changed meanwhile.
 */
export async function recordVisit(
  write: CityWrite,
  staff: StaffActor,
  command: RecordVisit,
): Promise<Result> {
  const visit = await findCrewVisit(write, staff, command.bookingId);
  if (!visit.ok) return visit;
  const { booking, conflict } = visit;
  const { outcomes, lacking, nextVisit, note } = command;
  const record: VisitRecord = { outcomes, lacking, nextVisit, note };
  if (checkRecord(record, JSON.parse(booking.services_json)).length > 0) {
    return refuse('record-not-valid', { pointer: '/outcomes' });
  }
  const { nowMs, context } = write;
  const { settings } = context.city;
  const move = judgeTransition({ state: booking.state, action: 'close', actor: 'crew', nowMs, settings });
  const isEffective = conflict === undefined && move.ok;
  await keepRecord(write, visit, staff, { kind: 'record', command, body: record });
  if (!isEffective) return DONE;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'crew',
    action: 'close',
    staffId: staff.id,
    note,
    set: {
      closed_at: madeAtOf(command, nowMs),
      visit: sealVisit(context, booking.id, record),
      question: null,
      asked_at: null,
    },
  });
  await writeOutcomes(write, booking.id, outcomes);
  return DONE;
}
