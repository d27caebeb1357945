import type { Place } from '../../../../domain/city/city';
import type { PhoneSource, ResidentPhone } from './phone-context';

export type LatePhone = PhoneSource & {
  /**
   * Fetches the code and opens the phone, once. Rejects when the code cannot be fetched; a later call tries
   * again.
   */
  readonly load: () => Promise<ResidentPhone>;
};

/** What may become another while the app is open. */
export type PhoneChange = Partial<Pick<ResidentPhone, 'city' | 'now' | 'isTimeSure'>>;

/** Makes the phone, and calls `onChange` with whatever is another later. */
export type OpenPhone = (onChange: (change: PhoneChange) => void) => Promise<ResidentPhone>;

/** Creates a phone that `open` makes at the first `load`. */
export function createLatePhone(place: Place, open: OpenPhone): LatePhone {
  const listeners = new Set<() => void>();
  let phone: ResidentPhone | undefined;
  let loading: Promise<ResidentPhone> | undefined;
  let changed: PhoneChange = {};
  const show = (next: ResidentPhone) => {
    phone = { ...next, ...changed };
    for (const tell of listeners) tell();
    return phone;
  };
  const take = (change: PhoneChange) => {
    changed = { ...changed, ...change };
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
      loading ??= open(take).then(show, (error: unknown) => {
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}
