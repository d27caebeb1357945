import type { StaffProblemDetails } from '../../contract/problem';
import type { CommandId, Cursor } from '../../contract/scalars';
import type { CrewCommand } from '../../contract/staff/commands';
import type { StaffSyncResponse } from '../../contract/staff/run-sheet';
import type { BookingId, PublicNumber } from '../../domain/booking/booking';
import type { LocalDate } from '../../domain/calendar/local-date';
import type { PhotoDigest, VisitPhotoKind } from '../../domain/photo/photo';
import type { Problem } from '../../domain/problem';
import type { Sealed } from '../store/secret/seal';

/** The key under which this person's rows are ciphertext; see `readCrewKey`. */
export type CrewKeyRow = { readonly key: 'crew-key'; readonly id: string; readonly cryptoKey: CryptoKey };

/** The run sheet as the server gave it last, and when (phone's clock, Unix milliseconds; only shown). */
export type SheetRow = {
  readonly key: 'sheet';
  readonly cursor: Cursor;
  readonly atMs: number;
  /** A {@link Sheet}. */
  readonly sealed: Sealed;
};

/** The order in which this crew wants to drive, by day; kept on this phone alone. */
export type OrderRow = {
  readonly key: 'order';
  readonly days: Readonly<Record<LocalDate, readonly BookingId[]>>;
  /** Which of the desk's orders this phone has; `isNews` until the crew has read that it came. Absent in older rows. */
  readonly desk?: Readonly<Record<LocalDate, { readonly revision: number; readonly isNews?: boolean }>>;
};

/** Who sends now, where the browser has no Web Locks. */
export type CrewLeaseRow = { readonly key: 'lease'; readonly owner: string; readonly expiresAtMs: number };

export type CrewMetaRow = CrewKeyRow | SheetRow | OrderRow | CrewLeaseRow;

export type Sheet = NonNullable<StaffSyncResponse['sheet']>;

/** A command as it is kept, with what tells its visit to a person once the visit is on no sheet any more. */
export type KeptCommand = {
  readonly command: CrewCommand;
  readonly number: PublicNumber;
  readonly recipientName: string;
};

export type CrewOutboxRow = {
  /** Order of sending; given by the database. */
  readonly seq?: number;
  readonly id: CommandId;
  readonly name: CrewCommand['name'];
  readonly bookingId: BookingId;
  /** A {@link KeptCommand}. */
  readonly sealed: Sealed;
  /** Until then it waits, to be undone; phone's clock, Unix milliseconds. */
  readonly notBeforeMs: number;
  /** When it first left this phone, Unix milliseconds; absent while the server cannot have it. */
  readonly triedAtMs?: number | undefined;
  /** `unreadable`: sealed under a key this phone no longer has; kept aside, never sent. */
  readonly status: 'waiting' | 'unreadable';
};

/** A command the server refused, kept with its words until the person has read them. */
export type RefusedRow = Pick<CrewOutboxRow, 'id' | 'name' | 'bookingId' | 'sealed'> & {
  readonly problem: StaffProblemDetails;
  readonly atMs: number;
};

/** A record being filled in. */
export type RecordDraftRow = { readonly bookingId: BookingId; readonly sealed: Sealed };

/** A photo of a visit on the sheet, fetched ahead; ciphertext of a JPEG. */
export type KeptPhotoRow = {
  readonly bookingId: BookingId;
  readonly photo: PhotoDigest;
  readonly sealed: Sealed;
};

/** A photo that this crew took, until the server has it; ciphertext of a JPEG. */
export type OwnPhotoRow = {
  /** Of the command that will name it. */
  readonly id: CommandId;
  readonly bookingId: BookingId;
  readonly number: PublicNumber;
  readonly photo: PhotoDigest;
  readonly kind: VisitPhotoKind;
  /** When the one at home said yes; as `takenAtMs`, Unix milliseconds of the phone's clock. */
  readonly consentedAtMs: number;
  readonly takenAtMs: number;
  readonly sealed: Sealed;
  /** Why the server will never take it. */
  readonly problem?: Problem;
};
