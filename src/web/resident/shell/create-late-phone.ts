import type { Place } from '../../../domain/city/city';
import type { Phone, PhoneSource } from './phone-context';

export type LatePhone = PhoneSource & {
  /** Fetches the code and opens the phone, once. Rejects when the code cannot be fetched; a later call tries again. */
  readonly load: () => Promise<Phone>;
};

/** A phone that `open` makes at the first `load`. */
export function createLatePhone(place: Place, open: () => Promise<Phone>): LatePhone {
  const listeners = new Set<() => void>();
  let phone: Phone | undefined;
  let loading: Promise<Phone> | undefined;
  return {
    place,
    read: () => phone,
    watch: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    load: () => {
      loading ??= open().then(
        (opened) => {
          phone = opened;
          for (const tell of listeners) tell();
          return opened;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}
