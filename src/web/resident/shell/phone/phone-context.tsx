import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { City, Place } from '../../../../domain/city/city';
import type { PhoneStore } from '../../../../offline/store/engine/phone-store';
import type { Sync } from '../../../../offline/sync/create-sender';
import { useWords } from '../../../copy/words';
import { sayCity, sayPlace } from '../language/city-words';

/** What every page may use of this phone. */
export type ResidentPhone = {
  readonly store: PhoneStore;
  readonly sync: Sync;
  readonly city: City;
  /**
   * The server's time as this phone knows it, Unix milliseconds; passed in, so that tests set the time. It is
   * another function once the time turns out to be another, so that what was made from it is made again.
   */
  readonly now: () => number;
  /** Whether `now` is the server's time. Where it is not, what depends on the time warns and never refuses. */
  readonly isTimeSure: () => boolean;
};

/** A phone whose code arrives after the first page is drawn; `read` returns undefined until then. */
export type PhoneSource = {
  readonly place: Place;
  readonly read: () => ResidentPhone | undefined;
  readonly watch: (onChange: () => void) => () => void;
};

const SourceContext = createContext<PhoneSource | undefined>(undefined);

/** Provides a phone that may arrive later. */
export function PhoneSourceProvider({ source, children }: { source: PhoneSource; children: ReactNode }) {
  return <SourceContext value={source}>{children}</SourceContext>;
}

/** Provides a phone that is already open. */
export function PhoneProvider({ phone, children }: { phone: ResidentPhone; children: ReactNode }) {
  const source = useMemo(() => ({ place: phone.city, read: () => phone, watch: () => () => {} }), [phone]);
  return <PhoneSourceProvider source={source}>{children}</PhoneSourceProvider>;
}

function useSource(): PhoneSource {
  const source = useContext(SourceContext);
  if (source === undefined) throw new Error('no PhoneSourceProvider above this component');
  return source;
}

/**
 * Returns the phone, with its city in the current language, on a page fetched together with the phone's code.
 * Throws on the first page and in the frame.
 */
export function usePhone(): ResidentPhone {
  const { watch, read } = useSource();
  const phone = useSyncExternalStore(watch, read, read);
  const { locale } = useWords();
  if (phone === undefined) throw new Error('usePhone on a page that did not wait for the phone');
  return useMemo(() => {
    const city = sayCity(phone.city, locale);
    return city === phone.city ? phone : { ...phone, city };
  }, [phone, locale]);
}

/** Returns the phone once its code has arrived, for the frame and the first page. */
export function useLatePhone(): ResidentPhone | undefined {
  const { watch, read } = useSource();
  return useSyncExternalStore(watch, read, () => undefined);
}

/**
 * Returns the city's name and settings: from the first drawing as built, and as the city edited them once the
 * phone is open.
 */
export function usePlace(): Place {
  const { place } = useSource();
  const { locale } = useWords();
  const known = useLatePhone()?.city ?? place;
  return useMemo(() => sayPlace(known, locale), [known, locale]);
}
