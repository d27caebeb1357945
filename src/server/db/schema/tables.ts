import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { Actor, BookingAction, BookingState } from '../../../domain/booking/state';
import type { LocalDate, LocalTime } from '../../../domain/calendar/local-date';
import type { UnitId, WindowId } from '../../../domain/calendar/window';
import type { PackageId } from '../../../domain/catalogue/service';
import type { AreaCode } from '../../../domain/city/city';
import type { StaffId } from '../../../domain/staff/role';
import type { CallbackTables } from './callback-tables';
import type { ConfigTables } from './config-tables';
import type { PhotoTables } from './photo-tables';
import type { RateTables } from './rate-tables';
import type { StaffTables } from './staff-tables';
import type { TransferTables } from './transfer-tables';
import type { BookingChannel, RecordKind, VisitTables } from './visit-tables';

/** Instants are Unix milliseconds. `*_json` is JSON text; a `Buffer` is sealed (seal.ts). Reasons: migrations/. */
type OfCity = { city: string };

export type BookingColumns = OfCity & {
  id: BookingId;
  number: PublicNumber;
  state: BookingState;
  revision: number;
  change_number: number;
  /** Change number of the submission: the order of the waiting list. */
  submitted_change: number;
  submitted_at: number;
  changed_at: number;
  minutes: number;
  equipment_json: string;
  area: AreaCode;
  services_json: string;
  package_id: PackageId | null;
  preferences_json: string;
  alternatives_json: string | null;
  alternatives_at: number | null;
  cancelled_by: 'requester' | 'desk' | null;
  cancel_reason: Buffer | null;
  /** The whole request as the phone sent it; empty once it was erased. */
  request: Buffer;
  nik_index: string | null;
  follow_hash: string;
  channel: BookingChannel;
  accepted_at: number | null;
  question: Buffer | null;
  asked_at: number | null;
  departed_at: number | null;
  arrived_at: number | null;
  closed_at: number | null;
  /** What the crew wrote down, as `VisitRecord` of domain/visit. */
  visit: Buffer | null;
  /** Same recipient, same contact number (search-tokens.ts). */
  person_index: string | null;
  /** 0: found by nothing yet (jobs/index-bookings.ts). */
  search_version: number;
  /** What search compares, beside the `booking_tokens` that lead to it (search-tokens.ts). */
  search_tokens: Buffer | null;
  /** Counts as a follow-up whatever the identities still tell (follow-up.ts). */
  follow_up: 0 | 1;
  /** Since then it holds no personal data (erase-booking.ts). */
  erased_at: number | null;
};

/** What an event is about; the staff's own actions beside the transitions of a booking. */
export type EventAction =
  | BookingAction
  | 'submit'
  | 'accept'
  | 'ask'
  | 'note'
  | 'refer'
  | `late-${RecordKind}`
  | 'record-kept'
  | 'record-dropped'
  | 'attach-photo'
  | 'remove-photo'
  | 'judge-photo'
  | 'visit-photo'
  | 'forget-photos';

export type Role = 'requester' | 'follower';

export type SlotKey = { unit: UnitId; day: LocalDate; window_id: WindowId };

export type Tables = CallbackTables &
  ConfigTables &
  TransferTables &
  PhotoTables &
  RateTables &
  StaffTables &
  VisitTables & {
    cities: { code: string; name: string; config_json: string; loaded_at: number };
    city_counters: OfCity & { last_change: number };
    devices: OfCity & { device_hash: string; first_seen: number; last_seen: number };
    commands: OfCity & {
      device_hash: string;
      command_id: string;
      content_hash: string;
      result_json: string;
      at: number;
    };
    bookings: BookingColumns;
    booking_devices: OfCity & {
      device_hash: string;
      booking_id: BookingId;
      role: Role;
      change_number: number;
      /** Of a follower alone. Her name and since when are not known of one from before they were asked. */
      follower_id: FollowerId | null;
      follower_name: Buffer | null;
      followed_at: number | null;
      /** From then on she may no longer see it. */
      withdrawn_at: number | null;
    };
    slots: OfCity &
      SlotKey & {
        start_time: LocalTime;
        end_time: LocalTime;
        capacity_minutes: number;
        online_capacity_minutes: number;
        used_minutes: number;
        online_used_minutes: number;
      };
    reservations: OfCity & SlotKey & { booking_id: BookingId; minutes: number; channel: 'online' | 'desk' };
    events: OfCity & {
      change_number: number;
      booking_id: BookingId;
      at: number;
      actor: Actor;
      action: EventAction;
      from_state: BookingState | null;
      to_state: BookingState;
      staff_id: StaffId | null;
      note: Buffer | null;
    };
  };
