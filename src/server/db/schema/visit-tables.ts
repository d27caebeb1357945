import type { BookingId } from '../../../domain/booking/booking';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { UnitId, WindowId } from '../../../domain/calendar/window';
import type { ServiceId } from '../../../domain/catalogue/service';
import type { StaffId } from '../../../domain/staff/role';
import type { Outcome } from '../../../domain/visit/outcome';

type OfCity = { city: string };

/** How a booking came in. */
export type BookingChannel = 'online' | 'phone' | 'kelurahan' | 'callback';

export type RecordKind = 'depart' | 'arrive' | 'record' | 'return';

export type AuditColumns = OfCity & {
  /** 1, 2, 3 without a gap. */
  seq: number;
  at: number;
  staff_id: StaffId;
  address: string;
  action: string;
  booking_id: BookingId | null;
  /** JSON without personal data. */
  detail: string;
  prev_hash: string;
  hash: string;
};

/** Instants are Unix milliseconds; a `Buffer` is sealed (seal.ts). */
export type VisitTables = {
  /** What a booking is found by without its words (search-tokens.ts). */
  booking_tokens: OfCity & { token: string; booking_id: BookingId };
  /** Units a booking was ever given to; written by a trigger alone. */
  assignments: OfCity & { booking_id: BookingId; unit: string };
  /** What crews sent, as they sent it; `conflict` says why one was not put into effect. */
  visit_records: OfCity & {
    id: string;
    booking_id: BookingId;
    unit: string;
    staff_id: StaffId;
    kind: RecordKind;
    body: Buffer;
    /** The phone's time. */
    made_at: number;
    at: number;
    conflict: 'moved' | 'cancelled' | 'closed' | null;
    resolved_at: number | null;
    resolved_by: StaffId | null;
    kept: 0 | 1 | null;
  };
  /** The outcomes of `bookings.visit` alone, to be counted; written with it (write-outcomes.ts). */
  visit_outcomes: OfCity & { booking_id: BookingId; service: ServiceId; outcome: Outcome };
  /** What the desk chose (migrations/014-run-orders). */
  run_orders: OfCity & {
    unit: UnitId;
    day: LocalDate;
    window_id: WindowId;
    revision: number;
    bookings_json: string;
    change_number: number;
    changed_at: number;
    changed_by: StaffId;
  };
  audit_heads: OfCity & { seq: number; hash: string };
  audit_entries: AuditColumns;
};
