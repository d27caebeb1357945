import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { BookingState } from '../../../domain/booking/state';
import type { PackageId } from '../../../domain/catalogue/service';
import type { AreaCode } from '../../../domain/city/city';
import type { BookingChannel } from './visit-tables';

/** Carries a column's type beside its name; it holds nothing at run time. */
type Column<Type> = { readonly of?: (value: Type) => Type };
const column = <Type>(): Column<Type> => ({});
type Row<Columns> = { [Name in keyof Columns]: Columns[Name] extends Column<infer Type> ? Type : never };

/** What a booking has from its submission on: the columns of the inserted row, with their types. */
const SUBMITTED = {
  city: column<string>(),
  id: column<BookingId>(),
  number: column<PublicNumber>(),
  state: column<BookingState>(),
  revision: column<number>(),
  change_number: column<number>(),
  /** Change number of the submission: the order of the waiting list. */
  submitted_change: column<number>(),
  submitted_at: column<number>(),
  changed_at: column<number>(),
  minutes: column<number>(),
  equipment_json: column<string>(),
  area: column<AreaCode>(),
  services_json: column<string>(),
  package_id: column<PackageId | null>(),
  preferences_json: column<string>(),
  alternatives_json: column<string | null>(),
  alternatives_at: column<number | null>(),
  /** The whole request as the phone sent it; empty once erased. */
  request: column<Buffer>(),
  nik_index: column<string | null>(),
  follow_hash: column<string>(),
  channel: column<BookingChannel>(),
  accepted_at: column<number | null>(),
  /** The same for the same recipient and contact number (search-tokens.ts). */
  person_index: column<string | null>(),
  /** 0: search does not find the booking yet (jobs/booking/index-bookings.ts). */
  search_version: column<number>(),
  /** What search compares, beside the `booking_tokens` that lead to the row (search-tokens.ts). */
  search_tokens: column<Buffer | null>(),
  /** 1 if the booking counts as a follow-up, even where the identities no longer show it (follow-up.ts). */
  follow_up: column<0 | 1>(),
};

export type SubmittedBooking = Row<typeof SUBMITTED>;
const SUBMITTED_COLUMNS = Object.keys(SUBMITTED) as (keyof SubmittedBooking)[];

/** Returns these columns of a row that has others beside them. */
export function submittedColumns(row: SubmittedBooking): SubmittedBooking {
  return Object.fromEntries(SUBMITTED_COLUMNS.map((name) => [name, row[name]])) as SubmittedBooking;
}

export type BookingColumns = SubmittedBooking & {
  cancelled_by: 'requester' | 'desk' | null;
  cancel_reason: Buffer | null;
  question: Buffer | null;
  asked_at: number | null;
  departed_at: number | null;
  arrived_at: number | null;
  closed_at: number | null;
  /** The visit record, as `VisitRecord` of domain/visit. */
  visit: Buffer | null;
  /** Since this instant the booking holds no personal data (erase-booking.ts). */
  erased_at: number | null;
  /** When it was closed or cancelled, by the server's clock; null while it is open (jobs/booking/date-over-bookings.ts). */
  over_at: number | null;
  /** When what was asked was last changed, by whomever. */
  request_changed_at: number | null;
  /** The same for the desk's own changes, with the revision that the last one made. */
  desk_changed_at: number | null;
  desk_changed_revision: number | null;
  /** When the links of an erased booking with its phones were deleted. */
  unlinked_at: number | null;
};

/** Names the columns for a query that has `bookings as b`. */
export function bookingRefs<Name extends keyof BookingColumns>(names: readonly Name[]) {
  return names.map((name) => `b.${name}` as const);
}
