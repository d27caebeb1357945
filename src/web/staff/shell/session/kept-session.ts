import * as v from 'valibot';
import { type SignedIn, signedIn } from '../../../../contract/staff/auth';

/** Grants no access: the session itself is in a cookie that no script can read. */
const KEY = 'mpp-staff-session';

/** Keeps who signed in, for a crew only: no other role works offline. */
export function keepSession(session: SignedIn): void {
  if (session.me.role !== 'crew') {
    forgetSession();
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Without storage, the app opens only online.
  }
}

/** Returns the member who may work here offline now; undefined when there is none, or no longer. */
export function readKeptSession(now: number): SignedIn | undefined {
  try {
    const kept = v.safeParse(signedIn, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return kept.success && now < Date.parse(kept.output.offlineUntil) ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

/** Called after signing out, or once the server no longer knows the session. */
export function forgetSession(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without storage, nothing was kept either.
  }
}
