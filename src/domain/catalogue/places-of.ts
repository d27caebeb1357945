import type { Referral, Service } from './service';

/** Where a service can be had: at home, at the counters of the MPP, or at another office. */
export type PlaceKind = 'home' | 'office' | 'elsewhere';

export type ServicePlace = {
  readonly kind: PlaceKind;
  /** True while nobody has said whether the service can be had there. */
  readonly isOpen: boolean;
};

/** Whether a catalogue entry can be booked in this app. */
export function isBookable(entry: Service | Referral): entry is Service {
  return 'standard' in entry;
}

/**
 * Returns the places of a service or referral, nearest first; a place that the city ruled out is left out.
 */
export function placesOf(entry: Service | Referral): readonly ServicePlace[] {
  const { atOffice } = entry;
  const office = { kind: 'office', isOpen: atOffice === undefined } as const;
  if (isBookable(entry)) {
    return [{ kind: 'home', isOpen: false }, ...(atOffice?.is === false ? [] : [office])];
  }
  // A referral's own text says where to go, so the MPP is added only once it is known to offer the service.
  return [...(atOffice?.is === true ? [office] : []), { kind: 'elsewhere', isOpen: false }];
}
