import { DONE, type Result, refuse } from '../../../domain/result';
import type { StaffId } from '../../../domain/staff/role';
import type { ServerContext } from '../../db/engine/context';

/** Ends one of a member's own open sessions. */
export async function endSession(
  { db, city, clock }: ServerContext,
  staffId: StaffId,
  sessionId: string,
): Promise<Result> {
  const ended = await db
    .updateTable('staff_sessions')
    .set({ ended_at: clock() })
    .where('city', '=', city.code)
    .where('id', '=', sessionId)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows) > 0 ? DONE : refuse('record-not-found');
}
