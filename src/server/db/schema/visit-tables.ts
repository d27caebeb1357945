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

/** Instants are Unix milliseconds; a `Buffer` is encrypted (seal.ts). */
export type VisitTables = {
  /** The search index: finds a booking without containing its words (search-tokens.ts). */
  booking_tokens: OfCity & { token: string; booking_id: BookingId };
  /** Every unit that a booking was ever given to; only a trigger writes it. */
  assignments: OfCity & { booking_id: BookingId; unit: string };
  /** What crews sent, as they sent it; `conflict` says why a record did not take effect. */
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
  /** Only the outcomes of `bookings.visit`, to be counted; written together with it (write-outcomes.ts). */
  visit_outcomes: OfCity & { booking_id: BookingId; service: ServiceId; outcome: Outcome };
  /** The order that the desk chose (migrations/014-run-orders). */
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
  /** `unmentioned`: the newest entry that `audit_mentions` does not cover yet; 0 once it covers all. */
  audit_heads: OfCity & { seq: number; hash: string; unmentioned: number };
  /** Stretches of the audit (64 entries) that mention a booking's number; only a trigger and a job write it. */
  audit_mentions: OfCity & { number: string; block: number };
  audit_entries: AuditColumns;
};
