import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SignedIn, StaffMember } from '../../../../contract/staff/auth';
import type { City } from '../../../../domain/city/city';
import type { Session, SessionState } from './session';

type Place = { readonly city: City /** Unix milliseconds. */; readonly now: () => number };

/** What every page behind the sign-in may use. */
export type Staff = Place & {
  readonly me: StaffMember;
  readonly signedIn: SignedIn;
  /** Opened without a connection: the server has not confirmed who she is. */
  readonly isOffline: boolean;
};

const SessionContext = createContext<(Place & { readonly session: Session }) | undefined>(undefined);
const StaffContext = createContext<Staff | undefined>(undefined);

type SessionProviderProps = Place & { session: Session; children: ReactNode };

/** Gives the session to everything inside it, and asks the server anew whenever that may have changed something. */
export function SessionProvider({ session, city, now, children }: SessionProviderProps) {
  useEffect(() => {
    const check = () => {
      if (document.visibilityState === 'visible') void session.check();
    };
    check();
    window.addEventListener('online', check);
    document.addEventListener('visibilitychange', check);
    return () => {
      window.removeEventListener('online', check);
      document.removeEventListener('visibilitychange', check);
    };
  }, [session]);
  return <SessionContext value={{ session, city, now }}>{children}</SessionContext>;
}

/** The session and where it stands now; for the sign-in and what comes before it. */
export function useSession(): Place & { readonly session: Session; readonly state: SessionState } {
  const place = useContext(SessionContext);
  if (place === undefined) throw new Error('useSession outside SessionProvider');
  const state = useSyncExternalStore(place.session.watch, place.session.read, place.session.read);
  return { ...place, state };
}

/** Gives one person to the pages inside it, which are drawn again only where one of these changed. */
export function StaffProvider({ staff, children }: { staff: Staff; children: ReactNode }) {
  const { city, now, me, signedIn, isOffline } = staff;
  const kept = useMemo(() => ({ city, now, me, signedIn, isOffline }), [city, now, me, signedIn, isOffline]);
  return <StaffContext value={kept}>{children}</StaffContext>;
}

/** Who is signed in, with the city and the clock. Throws outside the sign-in. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === undefined) throw new Error('useStaff outside StaffProvider');
  return staff;
}
