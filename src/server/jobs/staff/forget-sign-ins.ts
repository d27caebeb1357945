import type { ServerContext } from '../../db/engine/context';

const DAY_MS = 86_400_000;
/**
 * Ended sessions are kept for a while, so that a person who asks can be told from where they were signed in.
 */
const SESSION_KEPT_MS = 30 * DAY_MS;
/** Longer than any delay or count lasts (domain/staff/throttle.ts). */
const ATTEMPT_KEPT_MS = 2 * DAY_MS;
/** As long as the browser keeps its cookie. */
const DEVICE_KEPT_MS = 180 * DAY_MS;

/**
 * Removes what sign-ins leave behind: old sessions, links, challenges, counted failures, browsers not seen
 * again.
 */
export async function forgetSignIns({ db, city, clock }: ServerContext): Promise<number> {
  const nowMs = clock();
  const before = (table: 'staff_sessions' | 'staff_invites' | 'staff_challenges', atMs: number) =>
    db.deleteFrom(table).where('city', '=', city.code).where('ends_at', '<', atMs).executeTakeFirst();
  const deleted = [
    await before('staff_sessions', nowMs - SESSION_KEPT_MS),
    await before('staff_invites', nowMs - SESSION_KEPT_MS),
    await before('staff_challenges', nowMs),
    await db
      .deleteFrom('staff_attempts')
      .where('city', '=', city.code)
      .where('last_at', '<', nowMs - ATTEMPT_KEPT_MS)
      .executeTakeFirst(),
    await db
      .deleteFrom('staff_devices')
      .where('city', '=', city.code)
      .where('seen_at', '<', nowMs - DEVICE_KEPT_MS)
      .executeTakeFirst(),
  ];
  return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
