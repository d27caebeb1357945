import type { PlacePoint } from '../../../domain/booking/booking';
import type { AreaCode } from '../../../domain/city/city';
import type { Relationship } from '../../../domain/people/relationship';
import type { VisitNeed } from '../../../domain/people/visit-need';

/** UUIDv7 of a person kept on this phone; no server knows it. */
export type FamilyPersonId = string & { readonly __brand: 'FamilyPersonId' };

/**
 * Somebody for whom visits are requested from this phone, as typed: the pages of a request check it, not this
 * type. There is no NIK, which never stays on a phone.
 */
export type PersonDetails = {
  /** `self`: the owner of this phone, of whom there is at most one. */
  readonly recipientIs: Relationship;
  readonly name: string;
  readonly birthYear: string;
  readonly needs: readonly VisitNeed[];
  readonly needsNote: string;
  readonly area?: AreaCode | undefined;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly landmark: string;
  readonly point?: PlacePoint | undefined;
  /** Only for the owner, as they type it; empty for everybody else. */
  readonly phone: string;
  readonly channel?: 'call' | 'whatsapp' | undefined;
};

export type FamilyPerson = PersonDetails & {
  readonly id: FamilyPersonId;
  /** Phone's clock, Unix milliseconds; only for the order of the list. */
  readonly addedAtMs: number;
};

/** A person about whom nothing is typed yet. */
export const EMPTY_PERSON: Omit<PersonDetails, 'recipientIs'> = {
  name: '',
  birthYear: '',
  needs: [],
  needsNote: '',
  street: '',
  rt: '',
  rw: '',
  landmark: '',
  phone: '',
};
