import type { DeskCommand } from '../../../contract/staff/commands';
import { judgeTransition } from '../../../domain/booking/state';
import { DONE, type Result } from '../../../domain/result';
import { freeSlot } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { seal } from '../../db/secret/seal';
import { applyTransition } from '../../steps/booking/apply-transition';
import { promote } from '../../steps/capacity/promote';
import type { StaffActor } from '../run/staff-actor';
import { findForEdit } from './find-for-desk';

type EndByDesk = Extract<DeskCommand, { name: 'cancel-visit' | 'refer-booking' }>;

/**
 * Ends a booking and tells the requester why, or where the service is done instead. The minutes go to the
 * first booking that waits for them.
 */
export async function endByDesk(write: CityWrite, staff: StaffActor, command: EndByDesk): Promise<Result> {
  const { context, nowMs } = write;
  const found = await findForEdit(write, staff, command);
  if (!found.ok) return found;
  const { booking } = found;
  const { state, scheduled } = booking;
  const { settings } = context.city;
  const move = judgeTransition({ state, scheduled, action: 'cancel', actor: 'desk', nowMs, settings });
  if (!move.ok) return move;
  const words = command.name === 'refer-booking' ? command.whereTo : command.reason;
  await applyTransition(write, booking, {
    to: move.state,
    actor: 'desk',
    action: command.name === 'refer-booking' ? 'refer' : 'cancel',
    staffId: staff.id,
    note: words,
    set: {
      cancelled_by: 'desk',
      cancel_reason: seal(context, `${booking.id}/reason`, words),
      question: null,
      asked_at: null,
    },
  });
  const freed = await freeSlot(write, booking.id);
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}
