import type { WindowChoice } from '../calendar/window';
import type { PackageId, QuestionId, RequirementId, ServiceId } from '../catalogue/service';
import type { AreaCode } from '../city/city';
import type { Relationship } from '../people/relationship';
import type { VisitNeed } from '../people/visit-need';

/** UUIDv7 made by the phone. The draft has the same id, so that one draft can never become two bookings. */
export type BookingId = string & { readonly __brand: 'BookingId' };

/** Public number: 8 digits, the last a Damm check digit, spoken in two groups of four: `4827 1936`. */
export type PublicNumber = string & { readonly __brand: 'PublicNumber' };

/** What the resident prefers: up to three windows in order, or any window (`kapan saja`). */
export type Preferences = 'any' | readonly WindowChoice[];

export const MAX_PREFERENCES = 3;

/** A point on the map, read from the phone's GPS, with its accuracy in metres. */
export type PlacePoint = { readonly lat: number; readonly lng: number; readonly accuracyM: number };

/** A complete request for one home visit, as the phone sends it. */
export type BookingRequest = {
  readonly recipientIs: Relationship;
  readonly recipient: {
    readonly name: string;
    readonly birthYear: number;
    readonly nik?: string | undefined;
  };
  readonly needs: readonly VisitNeed[];
  readonly needsNote?: string | undefined;
  readonly services: readonly ServiceId[];
  readonly packageId?: PackageId | undefined;
  readonly answers: Readonly<Record<QuestionId, boolean>>;
  readonly prepared: readonly RequirementId[];
  readonly place: {
    readonly area: AreaCode;
    readonly street: string;
    readonly rt: string;
    readonly rw: string;
    readonly landmark: string;
    readonly point?: PlacePoint | undefined;
  };
  readonly preferences: Preferences;
  readonly contact: {
    readonly name: string;
    /** E.164. */
    readonly phone: string;
    readonly channel: 'call' | 'whatsapp';
  };
};
