import { createHash } from 'node:crypto';
import type { CrewCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { FoundStaffBooking } from '../../db/booking/find-staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { applyTransition } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit, keepRecord, madeAtOf } from './crew-visit';

type ArriveAtHome = Extract<CrewCommand, { name: 'arrive-at-home' }>;

/** Records "Sampai" with its proof: the resident's QR code or number, or the reason why there is none. */
export async function arriveAtHome(
  write: CityWrite,
  staff: StaffActor,
  command: ArriveAtHome,
): Promise<Result> {
  const { proof } = command;
  const visit = await findCrewVisit(write, staff, command.bookingId);
  if (!visit.ok) return visit;
  const { booking, conflict } = visit;
  if (!isProof(proof, booking)) return refuse('proof-not-valid', { pointer: '/proof' });
  const reason = proof.kind === 'none' ? proof.reason : '';
  await keepRecord(write, visit, staff, { kind: 'arrive', command, body: { proof: proof.kind, reason } });
  if (conflict !== undefined) return DONE;
  const { nowMs, context } = write;
  const { settings } = context.city;
  const move = judgeTransition({ state: booking.state, action: 'arrive', actor: 'crew', nowMs, settings });
  if (!move.ok) return DONE;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'crew',
    action: 'arrive',
    staffId: staff.id,
    note: reason,
    set: { arrived_at: madeAtOf(command, nowMs) },
  });
  return DONE;
}

/** The token itself is only in the resident's phone and link; the server compares its SHA-256. */
function isProof(proof: ArriveAtHome['proof'], { follow_hash, number }: FoundStaffBooking): boolean {
  switch (proof.kind) {
    case 'token':
      return createHash('sha256').update(proof.token).digest('base64url') === follow_hash;
    case 'number':
      return proof.number === number;
    case 'none':
      return true;
  }
}
