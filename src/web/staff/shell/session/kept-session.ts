import * as v from 'valibot';
import { type SignedIn, signedIn } from '../../../../contract/staff/auth';

/** Nothing in it opens anything: the session itself is in a cookie that no script can read. */
const KEY = 'mpp-staff-session';

/** Keeps who signed in, for a crew alone: nobody else works without a connection. */
export function keepSession(session: SignedIn): void {
  if (session.me.role !== 'crew') {
    forgetSession();
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing opens only with a connection.
  }
}

/** Who may work here without a connection now; undefined when nobody may, or no longer. */
export function readKeptSession(now: number): SignedIn | undefined {
  try {
    const kept = v.safeParse(signedIn, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return kept.success && now < Date.parse(kept.output.offlineUntil) ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

/** After signing out, or once the server no longer knows the session. */
export function forgetSession(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}
