import { SESSION_ENDS } from '../../../domain/staff/session-ends';
import type { ServerContext } from '../../db/engine/context';
import { memberOf, selectMembers } from '../../db/staff/member';
import type { StaffSession } from '../../db/staff/session';
import { hashToken } from '../../db/staff/token';

/** The use of a session is written at most this often: each write is synced to disk. */
const TOUCH_EVERY_MS = 60_000;

/** Finds the session of a token, unless it has ended; `isTouchDue` asks the caller to record its use. */
export async function findStaffSession(
  { db, city, clock }: ServerContext,
  token: string,
): Promise<(StaffSession & { readonly isTouchDue: boolean }) | undefined> {
  const nowMs = clock();
  const row = await selectMembers(db, city.code)
    .innerJoin('staff_sessions', (join) =>
      join.onRef('staff_sessions.city', '=', 'staff.city').onRef('staff_sessions.staff_id', '=', 'staff.id'),
    )
    .select(['staff_sessions.id as session_id', 'last_seen_at', 'ends_at'])
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .where('ends_at', '>', nowMs)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { idleMs } = SESSION_ENDS[row.role];
  if (row.last_seen_at + idleMs <= nowMs) return undefined;
  const me = memberOf(row);
  return {
    id: row.session_id,
    me,
    endsAt: row.ends_at,
    mustSetUpTotp: me.role === 'admin' && !me.hasTotp,
    isTouchDue: row.last_seen_at + TOUCH_EVERY_MS <= nowMs,
  };
}
