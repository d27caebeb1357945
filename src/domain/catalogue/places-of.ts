import type { Referral, Service } from './service';

/** Where something can be had: at home, at the counters of the MPP, or at another office. */
export type PlaceKind = 'home' | 'office' | 'elsewhere';

export type ServicePlace = {
  readonly kind: PlaceKind;
  /** Nobody said that it is there, nor that it is not. */
  readonly isOpen: boolean;
};

/** Whether what the catalogue shows can be asked for from here. */
export function isBookable(entry: Service | Referral): entry is Service {
  return 'standard' in entry;
}

/** The places of a service or referral, nearest first; one that was denied is left out. */
export function placesOf(entry: Service | Referral): readonly ServicePlace[] {
  const { atOffice } = entry;
  const office = { kind: 'office', isOpen: atOffice === undefined } as const;
  if (isBookable(entry)) {
    return [{ kind: 'home', isOpen: false }, ...(atOffice?.is === false ? [] : [office])];
  }
  // A referral says in words where to go: the MPP is named beside it only once that is known.
  return [...(atOffice?.is === true ? [office] : []), { kind: 'elsewhere', isOpen: false }];
}
