import type { City, Place } from '../../../../domain/city/city';
import type { PhoneSource, ResidentPhone } from './phone-context';

export type LatePhone = PhoneSource & {
  /**
   * Fetches the code and opens the phone, once. Rejects when the code cannot be fetched; a later call tries
   * again.
   */
  readonly load: () => Promise<ResidentPhone>;
};

/** Makes the phone, and calls `onCity` whenever the city changes later. */
export type OpenPhone = (onCity: (city: City) => void) => Promise<ResidentPhone>;

/** Creates a phone that `open` makes at the first `load`. */
export function createLatePhone(place: Place, open: OpenPhone): LatePhone {
  const listeners = new Set<() => void>();
  let phone: ResidentPhone | undefined;
  let loading: Promise<ResidentPhone> | undefined;
  let edited: City | undefined;
  const show = (next: ResidentPhone) => {
    phone = edited === undefined ? next : { ...next, city: edited };
    for (const tell of listeners) tell();
    return phone;
  };
  const takeCity = (city: City) => {
    edited = city;
    if (phone !== undefined) show(phone);
  };
  return {
    place,
    read: () => phone,
    watch: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    load: () => {
      loading ??= open(takeCity).then(show, (error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}
