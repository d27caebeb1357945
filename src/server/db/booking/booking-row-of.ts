import * as v from 'valibot';
import type { BookingRow } from '../../../contract/booking-row';
import type { ServerContext } from '../engine/context';
import type { BookingColumns } from '../schema/booking-columns';
import type { Role, SlotKey, Tables } from '../schema/tables';
import { unseal } from '../secret/seal';
import { VISIT_COLUMNS, visitMembersOf } from '../visit/visit-of';

/** The columns from which a phone's row is built. */
export const PHONE_COLUMNS = [
  'id',
  'number',
  'state',
  'revision',
  'submitted_at',
  'changed_at',
  'minutes',
  'area',
  'services_json',
  'package_id',
  'preferences_json',
  'alternatives_json',
  'alternatives_at',
  'cancelled_by',
  'cancel_reason',
  'erased_at',
  ...VISIT_COLUMNS,
] as const;

type StoredBooking = Pick<BookingColumns, (typeof PHONE_COLUMNS)[number]> & {
  readonly role: Role;
  readonly day: SlotKey['day'] | null;
  readonly window_id: SlotKey['window_id'] | null;
  readonly start_time: Tables['slots']['start_time'] | null;
  readonly end_time: Tables['slots']['end_time'] | null;
  /** 1 is next; counted for waiting bookings only. */
  readonly place: number;
  /** Above 0 where the desk ended the booking by naming another place. */
  readonly referrals: number;
};

/**
 * Returns the booking as a phone gets it. A follower does not get the reason, which is in the requester's own
 * words.
 */
export function bookingRowOf(context: ServerContext, row: StoredBooking): BookingRow {
  const { day, window_id, start_time, end_time } = row;
  const isScheduled = day !== null && window_id !== null && start_time !== null && end_time !== null;
  return {
    id: row.id,
    number: row.number,
    role: row.role,
    state: row.state,
    revision: row.revision,
    submittedAt: instantOf(row.submitted_at),
    changedAt: instantOf(row.changed_at),
    services: JSON.parse(row.services_json),
    ...(row.package_id === null ? {} : { packageId: row.package_id }),
    area: row.area,
    minutes: row.minutes,
    preferences: JSON.parse(row.preferences_json),
    ...(isScheduled ? { scheduled: { date: day, window: window_id, start: start_time, end: end_time } } : {}),
    ...(row.state === 'waiting'
      ? {
          waiting: {
            place: row.place,
            alternatives: JSON.parse(row.alternatives_json ?? '[]'),
            readAt: instantOf(row.alternatives_at ?? row.changed_at),
          },
        }
      : {}),
    ...visitMembersOf(context, row, row.role === 'requester'),
    ...(row.erased_at === null ? {} : { erasedAt: instantOf(row.erased_at) }),
    ...(Number(row.referrals) > 0 ? { isReferred: true as const } : {}),
    ...(row.cancelled_by === null
      ? {}
      : { cancelled: { by: row.cancelled_by, reason: reasonOf(context, row) } }),
  };
}

function reasonOf(context: ServerContext, row: StoredBooking): string {
  if (row.role !== 'requester' || row.cancel_reason === null) return '';
  return v.parse(v.string(), unseal(context, `${row.id}/reason`, row.cancel_reason));
}

function instantOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
