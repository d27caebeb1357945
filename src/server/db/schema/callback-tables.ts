import type { BookingId } from '../../../domain/booking/booking';
import type { CallbackId, CallbackState } from '../../../domain/people/callback';
import type { StaffId } from '../../../domain/staff/role';

/** Instants are Unix milliseconds; a `Buffer` is encrypted (seal.ts). */
export type CallbackTables = {
  callbacks: {
    city: string;
    id: CallbackId;
    device_hash: string;
    state: CallbackState;
    change_number: number;
    /** A `CallbackPerson` of open-callback.ts; deleted once the call is over. */
    person: Buffer | null;
    asked_at: number;
    promised_by: number;
    changed_at: number;
    /** Number of calls that nobody answered. */
    tries: number;
    tried_at: number | null;
    outcome: 'booked' | 'talked' | null;
    booking_id: BookingId | null;
    finished_by: StaffId | null;
  };
};
