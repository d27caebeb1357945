import type { StaffProblemDetails } from '../../contract/problem';
import type { CommandId, Cursor } from '../../contract/scalars';
import type { CrewCommand } from '../../contract/staff/commands';
import type { StaffSyncResponse } from '../../contract/staff/run-sheet';
import type { BookingId, PublicNumber } from '../../domain/booking/booking';
import type { LocalDate } from '../../domain/calendar/local-date';
import type { PhotoDigest, VisitPhotoKind } from '../../domain/photo/photo';
import type { Problem } from '../../domain/problem';
import type { Sealed } from '../store/secret/seal';

/** The key that encrypts this person's rows; see `readCrewKey`. */
export type CrewKeyRow = { readonly key: 'crew-key'; readonly id: string; readonly cryptoKey: CryptoKey };

/**
 * The run sheet as the server last gave it, and when (phone's clock, Unix milliseconds; only for display).
 */
export type SheetRow = {
  readonly key: 'sheet';
  readonly cursor: Cursor;
  readonly atMs: number;
  /** A {@link Sheet}. */
  readonly sealed: Sealed;
};

/** The order in which this crew wants to drive, by day; kept only on this phone. */
export type OrderRow = {
  readonly key: 'order';
  readonly days: Readonly<Record<LocalDate, readonly BookingId[]>>;
  /**
   * Which of the desk's orders this phone has; `isNews` until the crew has read about it. Absent in older
   * rows.
   */
  readonly desk?: Readonly<Record<LocalDate, { readonly revision: number; readonly isNews?: boolean }>>;
};

/**
 * When each visit of the sheet last had its request changed, and whether that is news to the crew; nothing
 * personal.
 */
export type ChangedRow = {
  readonly key: 'changed';
  readonly visits: Readonly<
    Partial<Record<BookingId, { readonly at: string | undefined; readonly isNews?: boolean }>>
  >;
};

/** Which sender is active, where the browser has no Web Locks. */
export type CrewLeaseRow = { readonly key: 'lease'; readonly owner: string; readonly expiresAtMs: number };

/** The generation of the server's database that this phone last heard of (contract/generation). */
export type CrewGenerationRow = { readonly key: 'generation'; readonly id: string };

/**
 * The server's database was put back to a backup: how many commands were queued again, and when (server's
 * time, Unix milliseconds). Kept until the crew has read it.
 */
export type PutBackRow = { readonly key: 'put-back'; readonly count: number; readonly atMs: number };

export type CrewMetaRow =
  | CrewKeyRow
  | SheetRow
  | OrderRow
  | ChangedRow
  | CrewLeaseRow
  | CrewGenerationRow
  | PutBackRow;

/** `unread` is absent in a sheet that an older app kept. */
export type Sheet = NonNullable<StaffSyncResponse['sheet']> & { readonly unread?: number };

/** A command as kept, with what identifies its visit to a person once the visit is on no sheet any more. */
export type KeptCommand = {
  readonly command: CrewCommand;
  readonly number: PublicNumber;
  readonly recipientName: string;
};

export type CrewOutboxRow = {
  /** Order of sending; the database assigns it. */
  readonly seq?: number;
  readonly id: CommandId;
  readonly name: CrewCommand['name'];
  readonly bookingId: BookingId;
  /** A {@link KeptCommand}. */
  readonly sealed: Sealed;
  /** Until then the command waits and can be undone; phone's clock, Unix milliseconds. */
  readonly notBeforeMs: number;
  /** When the command first left this phone, Unix milliseconds; absent while the server cannot have it. */
  readonly triedAtMs?: number | undefined;
  /** `unreadable`: encrypted under a key that this phone no longer has; kept, but never sent. */
  readonly status: 'waiting' | 'unreadable';
};

/** A command the server refused, kept with its content until the crew has read why. */
export type RefusedRow = Pick<CrewOutboxRow, 'id' | 'name' | 'bookingId' | 'sealed'> & {
  readonly problem: StaffProblemDetails;
  readonly atMs: number;
};

/** A command that the server has, kept for some days (sent-commands.ts). `seq`: its place in the outbox. */
export type SentRow = Pick<CrewOutboxRow, 'id' | 'name' | 'bookingId' | 'sealed'> & {
  readonly seq: number;
  /** When the server answered, by its own clock; Unix milliseconds. */
  readonly atMs: number;
};

/** A visit record being filled in. */
export type RecordDraftRow = { readonly bookingId: BookingId; readonly sealed: Sealed };

/** A photo of a visit on the sheet, fetched in advance; the ciphertext of a JPEG. */
export type KeptPhotoRow = {
  readonly bookingId: BookingId;
  readonly photo: PhotoDigest;
  readonly sealed: Sealed;
};

/** A photo that this crew took, kept until the server has it; the ciphertext of a JPEG. */
export type OwnPhotoRow = {
  /** Also the id of the command that will name the photo. */
  readonly id: CommandId;
  readonly bookingId: BookingId;
  readonly number: PublicNumber;
  readonly photo: PhotoDigest;
  readonly kind: VisitPhotoKind;
  /** When the person at home agreed. Like `takenAtMs`, Unix milliseconds of the phone's clock. */
  readonly consentedAtMs: number;
  readonly takenAtMs: number;
  readonly sealed: Sealed;
  /** Why the server will never accept the photo. */
  readonly problem?: Problem;
};
