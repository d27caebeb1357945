import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { City } from '../../../domain/city/city';
import type { PhoneStore } from '../../../offline/store/phone-store';
import type { Sync } from '../../../offline/sync/create-sender';

/** What every page may use of this phone. */
export type Phone = {
  readonly store: PhoneStore;
  readonly sync: Sync;
  readonly city: City;
  /** Unix milliseconds; handed in, so that tests and simulations choose the time. */
  readonly now: () => number;
};

const PhoneContext = createContext<Phone | undefined>(undefined);

/** Gives the phone to everything inside it. */
export function PhoneProvider({ phone, children }: { phone: Phone; children: ReactNode }) {
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

/** The phone of the nearest `PhoneProvider`; throws when there is none. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (phone === undefined) throw new Error('usePhone outside PhoneProvider');
  return phone;
}
