import type { CommandId } from '../../../contract/scalars';
import type { DeskCommand } from '../../../contract/staff/commands';
import type { BookingId } from '../../../domain/booking/booking';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { VisitRecord } from '../../../domain/visit/outcome';
import { freeSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { unseal } from '../../db/secret/seal';
import { sealVisit } from '../../db/visit/visit-of';
import { writeOutcomes } from '../../db/visit/write-outcomes';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';
import { findForEdit } from '../booking/find-for-desk';
import type { StaffActor } from '../run/staff-actor';

type ResolveRecord = Extract<DeskCommand, { name: 'resolve-record' }>;

/**
 * Resolves a visit record that met a conflict. A record that the desk keeps closes the booking with its
 * outcomes; another one stays in the history.
 */
export async function resolveRecord(
  write: CityWrite,
  staff: StaffActor,
  command: ResolveRecord,
): Promise<Result> {
  const { context, nowMs } = write;
  const { settings } = context.city;
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  const record = await findOpenRecord(write, booking.id, command.recordId);
  if (record === undefined) return refuse('record-not-found', { pointer: '/recordId' });
  const { state } = booking;
  const move = judgeTransition({ state, action: 'keep-record', actor: 'desk', nowMs, settings });
  if (!move.ok) return move;
  await settle(write, staff, command);
  if (!command.keep) {
    const dropped = { actor: 'desk', action: 'record-dropped', staffId: staff.id } as const;
    await applyTransition(write, booking, { to: state, ...dropped });
    return DONE;
  }
  // recordVisit judged the record before it encrypted it.
  const visit = unseal(context, `${booking.id}/record/${command.recordId}`, record.body) as VisitRecord;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'desk',
    action: 'record-kept',
    staffId: staff.id,
    note: visit.note,
    set: {
      closed_at: record.made_at,
      visit: sealVisit(context, booking.id, visit),
      cancelled_by: null,
      cancel_reason: null,
      question: null,
      asked_at: null,
    },
  });
  await writeOutcomes(write, booking.id, visit.outcomes);
  // The window of a booking that was closed before is past; any other window goes to whoever waits for it.
  const freed = state === 'closed' ? undefined : await freeSlot(write, booking.id);
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}

async function findOpenRecord({ tx, context }: CityWrite, bookingId: BookingId, recordId: CommandId) {
  return tx
    .selectFrom('visit_records')
    .select(['body', 'made_at'])
    .where('city', '=', context.city.code)
    .where('id', '=', recordId)
    .where('booking_id', '=', bookingId)
    .where('kind', '=', 'record')
    .where('conflict', 'is not', null)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
}

async function settle(
  { tx, context, nowMs }: CityWrite,
  staff: StaffActor,
  { recordId, keep }: ResolveRecord,
): Promise<void> {
  await tx
    .updateTable('visit_records')
    .set({ resolved_at: nowMs, resolved_by: staff.id, kept: keep ? 1 : 0 })
    .where('city', '=', context.city.code)
    .where('id', '=', recordId)
    .execute();
}
