import type { BookingId } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { Actor, BookingAction, BookingState } from '../../../domain/booking/state';
import type { LocalDate, LocalTime } from '../../../domain/calendar/local-date';
import type { UnitId, WindowId } from '../../../domain/calendar/window';
import type { StaffId } from '../../../domain/staff/role';
import type { BookingColumns } from './booking-columns';
import type { CallbackTables } from './callback-tables';
import type { ConfigTables } from './config-tables';
import type { KeyTables } from './key-tables';
import type { PhotoTables } from './photo-tables';
import type { RateTables } from './rate-tables';
import type { StaffTables } from './staff-tables';
import type { TransferTables } from './transfer-tables';
import type { UpkeepTables } from './upkeep-tables';
import type { RecordKind, VisitTables } from './visit-tables';

/**
 * Instants are Unix milliseconds. `*_json` is JSON text; a `Buffer` is encrypted (seal.ts). Reasons:
 * migrations/.
 */
type OfCity = { city: string };

/** What an event is about: a transition of a booking, or an action of its own. */
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
  KeyTables &
  UpkeepTables &
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
      /** Only for a follower. Name and time are unknown for followers from before the app asked for names. */
      follower_id: FollowerId | null;
      follower_name: Buffer | null;
      followed_at: number | null;
      /** From this instant on the follower may no longer see the booking. */
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
