import type { ServerContext } from '../../db/engine/context';

/** Records that a session is in use, which postpones its idle end. */
export async function touchSession({ db, city, clock }: ServerContext, sessionId: string): Promise<void> {
  await db
    .updateTable('staff_sessions')
    .set({ last_seen_at: clock() })
    .where('city', '=', city.code)
    .where('id', '=', sessionId)
    .execute();
}
