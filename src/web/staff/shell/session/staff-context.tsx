import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { SignedIn, StaffMember } from '../../../../contract/staff/auth';
import type { City } from '../../../../domain/city/city';
import type { PhoneClock } from '../../../../offline/clock/create-phone-clock';
import type { Session, SessionState } from './session';

type Clock = Pick<PhoneClock, 'now' | 'isSure'>;

type Place = {
  readonly city: City;
  /**
   * The server's time as this device knows it, Unix milliseconds. It is another function once the time turns
   * out to be another.
   */
  readonly now: () => number;
  /** Whether `now` is the server's time. Where it is not, what depends on the time never refuses. */
  readonly isTimeSure: () => boolean;
};

/** What every page behind the sign-in may use. */
export type Staff = Place & {
  readonly me: StaffMember;
  readonly signedIn: SignedIn;
  /** Opened offline: the server has not confirmed who is signed in. */
  readonly isOffline: boolean;
};

const SessionContext = createContext<(Place & { readonly session: Session }) | undefined>(undefined);
const StaffContext = createContext<Staff | undefined>(undefined);

type SessionProviderProps = {
  session: Session;
  city: City;
  clock: Clock & Partial<Pick<PhoneClock, 'watch'>>;
  children: ReactNode;
};

/** Provides the session, and checks it with the server whenever it may have changed. */
export function SessionProvider({ session, city, clock, children }: SessionProviderProps) {
  const [time, setTime] = useState(() => newTime(clock));
  useEffect(() => clock.watch?.(() => setTime(newTime(clock))), [clock]);
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
  return <SessionContext value={{ session, city, ...time }}>{children}</SessionContext>;
}

function newTime(clock: Clock): Pick<Place, 'now' | 'isTimeSure'> {
  return { now: () => clock.now(), isTimeSure: () => clock.isSure() };
}

/** Returns the session and its current state, for the sign-in and the pages before it. */
export function useSession(): Place & { readonly session: Session; readonly state: SessionState } {
  const place = useContext(SessionContext);
  if (place === undefined) throw new Error('useSession outside SessionProvider');
  const state = useSyncExternalStore(place.session.watch, place.session.read, place.session.read);
  return { ...place, state };
}

/**
 * Provides the signed-in member to the pages inside, which are redrawn only when one of these values changes.
 */
export function StaffProvider({ staff, children }: { staff: Staff; children: ReactNode }) {
  const { city, now, isTimeSure, me, signedIn, isOffline } = staff;
  const kept = useMemo(
    () => ({ city, now, isTimeSure, me, signedIn, isOffline }),
    [city, now, isTimeSure, me, signedIn, isOffline],
  );
  return <StaffContext value={kept}>{children}</StaffContext>;
}

/** Returns the signed-in member, the city and the clock. Throws outside the sign-in. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === undefined) throw new Error('useStaff outside StaffProvider');
  return staff;
}
