import { sql } from 'kysely';
import type { ServerContext } from '../engine/context';
import type { BookingColumns } from '../schema/booking-columns';
import { unseal } from '../secret/seal';

/** For `bookings b`: above 0 where the desk ended the booking by naming another place. */
export const REFERRALS = sql<number>`CASE b.cancelled_by WHEN 'desk' THEN (SELECT count(*) FROM events e
  WHERE e.city = b.city AND e.booking_id = b.id AND e.action = 'refer') ELSE 0 END`;

type Referred = Pick<BookingColumns, 'id' | 'cancel_reason'> & { readonly referrals: number };

/** Returns where the desk referred the resident, in the desk's words; empty for an erased booking. */
export function referredTo(context: ServerContext, row: Referred): { referredTo?: string } {
  if (Number(row.referrals) === 0) return {};
  const { id, cancel_reason } = row;
  return { referredTo: cancel_reason === null ? '' : String(unseal(context, `${id}/reason`, cancel_reason)) };
}
