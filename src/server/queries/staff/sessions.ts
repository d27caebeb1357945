import type { SessionRow } from '../../../contract/staff/auth';
import { SESSION_ENDS } from '../../../domain/staff/session-ends';
import type { ServerContext } from '../../db/engine/context';
import type { StaffSession } from '../../db/staff/session';

/** Lists the person's own open sessions, the last used first. */
export async function listSessions(
  { db, city, clock }: ServerContext,
  { id, me }: StaffSession,
): Promise<SessionRow[]> {
  const nowMs = clock();
  const rows = await db
    .selectFrom('staff_sessions')
    .selectAll()
    .where('city', '=', city.code)
    .where('staff_id', '=', me.id)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', nowMs)
    .where('last_seen_at', '>', nowMs - SESSION_ENDS[me.role].idleMs)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: new Date(row.started_at).toISOString(),
    lastSeenAt: new Date(row.last_seen_at).toISOString(),
    device: row.device,
    isThis: row.id === id,
  }));
}
