import type { Kysely } from 'kysely';
import type { CommandId } from '../../../contract/scalars';
import type { RecordConflict } from '../../../contract/staff/run-sheet';
import type { Tables } from '../schema/tables';

/**
 * Selects crews' records of bookings that were rescheduled or ended meanwhile, waiting for the desk's
 * decision, oldest first.
 */
export function selectConflicts(db: Kysely<Tables>, city: string) {
  return db
    .selectFrom('visit_records as v')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'v.city').onRef('b.id', '=', 'v.booking_id'),
    )
    .select(['v.id', 'v.booking_id', 'b.number', 'v.conflict', 'v.at'])
    .where('v.city', '=', city)
    .where('v.kind', '=', 'record')
    .where('v.conflict', 'is not', null)
    .where('v.resolved_at', 'is', null)
    .orderBy('v.at');
}

type ConflictRow = Awaited<ReturnType<ReturnType<typeof selectConflicts>['execute']>>[number];

/** Returns the row as the apps show it. */
export function conflictOf({ id, booking_id, number, conflict, at }: ConflictRow): RecordConflict[] {
  if (conflict === null) return [];
  const recordId = id as CommandId;
  return [{ recordId, bookingId: booking_id, number, why: conflict, at: new Date(at).toISOString() }];
}
