import type { Availability } from '../../../contract/availability';
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

/** Key and secret of this phone. `id` tells one from the next after a wipe. */
export type DeviceRow = {
  readonly key: 'device';
  readonly id: string;
  readonly cryptoKey: CryptoKey;
  readonly secret: Sealed;
};

/** A device key shut away under a PIN: `wrapped` opens with the key that PBKDF2 makes of it. */
export type PinLock = {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly wrapped: Sealed;
};

/** As `DeviceRow`, of a phone that is closed with a PIN: its key lies here only shut away. */
export type LockedDeviceRow = Omit<DeviceRow, 'cryptoKey'> & { readonly pin: PinLock };

/** Wrong PINs in a row, and before when none is taken (phone's clock, Unix milliseconds). */
export type PinTriesRow = {
  readonly key: 'pin-tries';
  readonly count: number;
  readonly notBeforeMs: number;
};

/** After how many minutes out of sight the app closes itself. */
export type LockAfterRow = { readonly key: 'lock-after'; readonly minutes: number };

/** How far the server's changes were read, and when (phone's clock, Unix milliseconds; only shown). */
export type SyncedRow = { readonly key: 'synced'; readonly cursor: Cursor; readonly atMs: number };

/** Who sends now, where the browser has no Web Locks. */
export type LeaseRow = {
  readonly key: 'lease' | 'photo-lease';
  readonly owner: string;
  readonly expiresAtMs: number;
};

/** Over which connection photos go; absent is over any. */
export type PhotoNetworkRow = { readonly key: 'photo-network'; readonly isWifiOnly: boolean };

/** Why the server did not let this phone follow a visit. */
export type FollowProblemRow = {
  readonly key: `follow:${CommandId}`;
  readonly problem: ProblemDetails;
};

/** A visit that this phone followed until its owner withdrew it; kept until the words about it were read. */
export type GoneRow = {
  readonly key: `gone:${BookingId}`;
  readonly number: PublicNumber;
  readonly atMs: number;
};

/** What the city edited of itself, as the server gave it; `config` is null where nothing was edited. */
export type CityRow = { readonly key: 'city'; readonly revision: number; readonly config: unknown };

/** This phone left what it keeps for another, under this id: it asks whether it was taken. */
export type OpenMoveRow = { readonly key: 'move-open'; readonly id: string };

/** This phone is taking another's place, with what that one left, until the server said yes and it is merged. */
export type TakingTransferRow = { readonly key: 'move-taking'; readonly id: string; readonly sealed: Sealed };

/** Another phone took this one's place: the server knows it no more. */
export type MovedRow = { readonly key: 'moved'; readonly atMs: number };

export type MetaRow =
  | DeviceRow
  | SyncedRow
  | LeaseRow
  | FollowProblemRow
  | GoneRow
  | OpenMoveRow
  | TakingTransferRow
  | MovedRow
  | CityRow
  | PhotoNetworkRow
  | LockedDeviceRow
  | PinTriesRow
  | LockAfterRow;

export type DraftRow = {
  readonly id: BookingId;
  readonly savedAtMs: number;
  /** Goes up with each change: who merged into an older one begins again. */
  readonly version: number;
  readonly sealed: Sealed;
};

/** What of a visit is ciphertext: the person, and until it is sent the whole draft, to edit after a refusal. */
export type VisitSecret = { readonly personal: VisitPersonal; readonly draft?: Draft | undefined };

export type VisitRow = Omit<Visit, 'personal' | 'changedSince'> & {
  readonly sealed?: Sealed | undefined;
  /** The same with the NIK's last 4 digits and without the draft; takes the place of `sealed` once it is sent. */
  readonly sealedOnceSent?: Sealed | undefined;
  /** What the screen last showed of the server's row. */
  readonly seen?: SeenVisit | undefined;
};

export type OutboxRow = {
  /** Order of sending; given by the database. */
  readonly seq?: number;
  readonly id: CommandId;
  readonly name: Command['name'];
  readonly bookingId?: BookingId | undefined;
  readonly callbackId?: CallbackId | undefined;
  readonly photoId?: PhotoId | undefined;
  readonly sealed: Sealed;
  /** When it first left this phone, Unix milliseconds; absent while the server cannot have it. */
  readonly triedAtMs?: number | undefined;
  /** `unreadable`: sealed under a key this phone no longer has; kept aside, never sent. */
  readonly status: 'waiting' | 'unreadable';
};

export type FamilyRow = { readonly id: FamilyPersonId; readonly sealed: Sealed };

export type AvailabilityRow = {
  readonly key: string;
  readonly savedAtMs: number;
  readonly answer: Availability;
};
