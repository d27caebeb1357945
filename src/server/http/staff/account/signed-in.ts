import type { SignedIn } from '../../../../contract/staff/auth';
import { offlineUntil } from '../../../../domain/staff/session-ends';
import type { ServerContext } from '../../server-context';
import type { StaffSession } from '../session';

/** Returns the answer that tells the app who is signed in and until when. */
export function signedInOf({ city, clock }: ServerContext, session: StaffSession): SignedIn {
  return {
    me: session.me,
    endsAt: new Date(session.endsAt).toISOString(),
    offlineUntil: new Date(offlineUntil(clock(), city.settings.utcOffsetMinutes)).toISOString(),
    mustSetUpTotp: session.mustSetUpTotp,
  };
}
