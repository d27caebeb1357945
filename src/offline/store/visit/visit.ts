import type { BookingRow, OfferedWindow } from '../../../contract/booking-row';
import type { ProblemDetails } from '../../../contract/problem';
import type { BookingId, PlacePoint, Preferences } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { RequirementId, ServiceId } from '../../../domain/catalogue/service';
import type { AreaCode } from '../../../domain/city/city';
import type { Relationship } from '../../../domain/people/relationship';
import type { VisitNeed } from '../../../domain/people/visit-need';

/** What this phone knows of a visit that no other may see; kept as ciphertext. */
export type VisitPersonal = {
  readonly recipientName: string;
  readonly birthYear: number;
  /** Whole until the server has it, then only the last 4 digits. */
  readonly nik?: string | undefined;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly landmark: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** The follow token, for the QR and the link; only on the phone that booked. */
  readonly followToken?: string | undefined;
  /** For a next visit; absent where an earlier app kept the request. */
  readonly recipientIs?: Relationship | undefined;
  readonly needs?: readonly VisitNeed[] | undefined;
  readonly needsNote?: string | undefined;
  readonly point?: PlacePoint | undefined;
  readonly channel?: 'call' | 'whatsapp' | undefined;
};

/** What became different between two looks at a visit. */
export type VisitChanges = {
  readonly state?: BookingRow['state'];
  readonly scheduled?: OfferedWindow;
  readonly isAccepted?: true;
  readonly isAsked?: true;
  readonly hasResults?: true;
};

/** Where the phone's own copy stands: `kept` on this phone only, `refused` by the server, `known` by the server. */
export type DeliveryState = 'kept' | 'refused' | 'known';

/** A visit as the screen shows it: own personal data, the server's row, and what waits to be sent. */
export type Visit = {
  readonly id: BookingId;
  readonly delivery: DeliveryState;
  readonly queuedAtMs: number;
  readonly services: readonly ServiceId[];
  readonly area: AreaCode;
  readonly preferences: Preferences;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly prepared: readonly RequirementId[];
  readonly minutes: number;
  /** Absent on a follower's phone. */
  readonly personal?: VisitPersonal | undefined;
  /** The server's row; absent until it answered. */
  readonly row?: BookingRow | undefined;
  /** Why the server refused it, or the last change asked for. */
  readonly problem?: ProblemDetails | undefined;
  /** A change asked for and not yet answered. */
  readonly pending?: 'submit' | 'cancel' | 'choose-window' | 'erase' | undefined;
  readonly pendingChoice?: { readonly date: string; readonly window: string } | undefined;
  /** A new follow link that the server does not have yet: the one this phone holds lets nobody in. */
  readonly isLinkWaiting?: true | undefined;
  /** Followers taken out here; some may be out at the server as well. */
  readonly withdrawing?: readonly FollowerId[] | undefined;
  /** What is different since this visit was last looked at; absent when nothing is. */
  readonly changedSince?: VisitChanges | undefined;
};
