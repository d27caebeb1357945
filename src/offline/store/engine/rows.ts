import type { Availability } from '../../../contract/availability';
import type { BookingRow } from '../../../contract/booking-row';
import type { Command } from '../../../contract/commands';
import type { ProblemDetails } from '../../../contract/problem';
import type { CommandId, Cursor } from '../../../contract/scalars';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { CallbackId } from '../../../domain/people/callback';
import type { Draft } from '../draft/draft';
import type { FamilyPersonId } from '../family/person';
import type { PhotoId } from '../photo/photo';
import type { Sealed } from '../secret/seal';
import type { SeenVisit } from '../visit/seen-visit';
import type { Visit, VisitPersonal } from '../visit/visit';

/** Key and secret of this phone. After a wipe the `id` is different. */
export type DeviceRow = {
  readonly key: 'device';
  readonly id: string;
  readonly cryptoKey: CryptoKey;
  readonly secret: Sealed;
};

/** A device key locked with a PIN: the key that PBKDF2 derives from the PIN decrypts `wrapped`. */
export type PinLock = {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly wrapped: Sealed;
};

/** The `DeviceRow` of a phone that is locked with a PIN: the phone stores its key only in wrapped form. */
export type LockedDeviceRow = Omit<DeviceRow, 'cryptoKey'> & { readonly pin: PinLock };

/**
 * How many wrong PINs were entered in a row, and until when no PIN is accepted (phone's clock, Unix
 * milliseconds).
 */
export type PinTriesRow = {
  readonly key: 'pin-tries';
  readonly count: number;
  readonly notBeforeMs: number;
};

/** After how many minutes out of sight the app locks itself. */
export type LockAfterRow = { readonly key: 'lock-after'; readonly minutes: number };

/**
 * How far this phone has read the server's changes, and when (phone's clock, Unix milliseconds; only for
 * display).
 */
export type SyncedRow = { readonly key: 'synced'; readonly cursor: Cursor; readonly atMs: number };

/**
 * The generation of the server's database that this phone reads (contract/generation). `reading`: it is
 * another than before, and everything is read again; `read`: what the server lacks is to be sent again.
 * `atMs`: the server's time of the last answer, Unix milliseconds.
 */
export type GenerationRow = {
  readonly key: 'generation';
  readonly id: string;
  readonly stage: 'known' | 'reading' | 'read';
  readonly atMs: number;
};

/** Which sender is active, where the browser has no Web Locks. */
export type LeaseRow = {
  readonly key: 'lease' | 'photo-lease';
  readonly owner: string;
  readonly expiresAtMs: number;
};

/** Whether photos go over Wi-Fi only; without this row they go over any connection. */
export type PhotoNetworkRow = { readonly key: 'photo-network'; readonly isWifiOnly: boolean };

/** Why the server did not let this phone follow a visit. */
export type FollowProblemRow = {
  readonly key: `follow:${CommandId}`;
  readonly problem: ProblemDetails;
};

/**
 * A visit that this phone followed until the requester removed it; kept until the message about it is read.
 */
export type GoneRow = {
  readonly key: `gone:${BookingId}`;
  readonly number: PublicNumber;
  readonly atMs: number;
  /** The requester did not remove this phone: the server's database was put back to a backup. */
  readonly isPutBack?: boolean | undefined;
};

/** What the city edited of itself, as the server gave it; `config` is null where nothing was edited. */
export type CityRow = { readonly key: 'city'; readonly revision: number; readonly config: unknown };

/**
 * This phone has left its data for another phone, under this id, and asks whether the other has taken them.
 */
export type OpenMoveRow = { readonly key: 'move-open'; readonly id: string };

/**
 * This phone is replacing another, with the data that the other left, until the server agrees and the data
 * are merged.
 */
export type TakingTransferRow = { readonly key: 'move-taking'; readonly id: string; readonly sealed: Sealed };

/** A row of a visit in which a newer server says what this app does not know. */
export type UnreadRow = { readonly key: `unread:${BookingId}`; readonly row: unknown };

/** Another phone has replaced this one: the server no longer knows this phone. */
export type MovedRow = { readonly key: 'moved'; readonly atMs: number };

export type MetaRow =
  | DeviceRow
  | SyncedRow
  | GenerationRow
  | LeaseRow
  | FollowProblemRow
  | GoneRow
  | OpenMoveRow
  | TakingTransferRow
  | MovedRow
  | UnreadRow
  | CityRow
  | PhotoNetworkRow
  | LockedDeviceRow
  | PinTriesRow
  | LockAfterRow;

export type DraftRow = {
  readonly id: BookingId;
  readonly savedAtMs: number;
  /** Increases with each change: whoever merged into an older version starts again. */
  readonly version: number;
  readonly sealed: Sealed;
  /** The sent request that the draft changes. */
  readonly changeOf?: BookingId | undefined;
  /** The change waits to be sent or answered: nobody edits it meanwhile. */
  readonly isQueued?: true | undefined;
  /** Why the server refused the change when it was last sent. */
  readonly problem?: ProblemDetails | undefined;
};

/**
 * The encrypted part of a visit: the personal data and, until it is sent, the whole draft, to edit after a
 * refusal.
 */
export type VisitSecret = { readonly personal: VisitPersonal; readonly draft?: Draft | undefined };

/** What a change that waits for its answer makes of a visit, once it is done. */
export type OnceChanged = Pick<
  Visit,
  'services' | 'area' | 'preferences' | 'answers' | 'prepared' | 'minutes'
>;

export type VisitRow = Omit<Visit, 'personal' | 'changedSince'> & {
  readonly sealed?: Sealed | undefined;
  /**
   * Like `sealed`, but with only the NIK's last 4 digits and without the draft; replaces `sealed` once the
   * request is sent.
   */
  readonly sealedOnceSent?: Sealed | undefined;
  /** Personal data as they were last changed, here or by the desk; they go before those of `sealed`. */
  readonly sealedChanged?: Sealed | undefined;
  /** Replaces `sealedChanged`, with `onceChanged`, once the server has done the change that waits. */
  readonly sealedOnceChanged?: Sealed | undefined;
  readonly onceChanged?: OnceChanged | undefined;
  /** Revision of the first row that came with or after the last change made here; 0 until it has come. */
  readonly changedRevision?: number | undefined;
  /** What the screen last showed of the server's row. */
  readonly seen?: SeenVisit | undefined;
  /** The server has another generation and has not named this visit since. */
  readonly isUnconfirmed?: true | undefined;
  /** The server's row of the generation before, until what the server lacks was sent again. */
  readonly before?: BookingRow | undefined;
};

export type OutboxRow = {
  /** Order of sending; the database assigns it. */
  readonly seq?: number;
  readonly id: CommandId;
  readonly name: Command['name'];
  readonly bookingId?: BookingId | undefined;
  readonly callbackId?: CallbackId | undefined;
  readonly photoId?: PhotoId | undefined;
  readonly sealed: Sealed;
  /** When the command first left this phone, Unix milliseconds; absent while the server cannot have it. */
  readonly triedAtMs?: number | undefined;
  /** `unreadable`: encrypted under a key that this phone no longer has; kept, but never sent. */
  readonly status: 'waiting' | 'unreadable';
};

export type FamilyRow = { readonly id: FamilyPersonId; readonly sealed: Sealed };

export type AvailabilityRow = {
  readonly key: string;
  readonly savedAtMs: number;
  readonly answer: Availability;
};
