import type { BookingRow, OfferedWindow } from '../../../contract/booking-row';
import type { ProblemDetails } from '../../../contract/problem';
import type { BookingId, PlacePoint, Preferences } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { RequirementId, ServiceId } from '../../../domain/catalogue/service';
import type { AreaCode } from '../../../domain/city/city';
import type { Relationship } from '../../../domain/people/relationship';
import type { VisitNeed } from '../../../domain/people/visit-need';
import type { VisitPutBack } from '../put-back/visit-put-back';

/** What this phone knows of a visit that no other phone may see; kept encrypted. */
export type VisitPersonal = {
  readonly recipientName: string;
  readonly birthYear: number;
  /** Complete until the server has it, then only the last 4 digits. */
  readonly nik?: string | undefined;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly landmark: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** The follow token, for the QR code and the link; only on the requester's phone. */
  readonly followToken?: string | undefined;
  /** For the next visit; absent where an earlier app version kept the request. */
  readonly recipientIs?: Relationship | undefined;
  readonly needs?: readonly VisitNeed[] | undefined;
  readonly needsNote?: string | undefined;
  readonly point?: PlacePoint | undefined;
  readonly channel?: 'call' | 'whatsapp' | undefined;
};

/** What changed between two looks at a visit. */
export type VisitChanges = {
  readonly state?: BookingRow['state'];
  readonly scheduled?: OfferedWindow;
  readonly isAccepted?: true;
  readonly isAsked?: true;
  /** The desk changed what was asked. */
  readonly isChanged?: true;
  readonly hasResults?: true;
};

/**
 * Where the phone's own copy stands: `kept` only on this phone, `refused` by the server, `known` to the
 * server.
 */
export type DeliveryState = 'kept' | 'refused' | 'known';

/**
 * A visit as the screen shows it: the phone's own personal data, the server's row, and what waits to be sent.
 */
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
  /** The server's row; absent until the server has answered. */
  readonly row?: BookingRow | undefined;
  /** When the desk last changed the request; absent where it never did. */
  readonly deskChangedAt?: string | undefined;
  /** Why the server refused the visit, or the last change asked for. */
  readonly problem?: ProblemDetails | undefined;
  /** A change that was asked for and not yet answered. */
  readonly pending?: 'submit' | 'cancel' | 'choose-window' | 'change' | 'erase' | undefined;
  readonly pendingChoice?: { readonly date: string; readonly window: string } | undefined;
  /** The server does not have the new follow link yet: the link that this phone holds admits nobody. */
  readonly isLinkWaiting?: true | undefined;
  /** Followers removed on this phone; the server may have removed some of them already. */
  readonly withdrawing?: readonly FollowerId[] | undefined;
  /** What a server that was put back to a backup has lost of this visit, until it was read. */
  readonly putBack?: VisitPutBack | undefined;
  /** The server has said something of this visit that this app does not know. */
  readonly hasUnread?: true | undefined;
  /** What has changed since this visit was last looked at; absent when nothing has. */
  readonly changedSince?: VisitChanges | undefined;
};
