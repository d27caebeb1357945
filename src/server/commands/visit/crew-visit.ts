import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import { type Result, refuse } from '../../../domain/result';
import { type FoundStaffBooking, findStaffBooking } from '../../db/booking/find-staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import type { RecordKind, VisitTables } from '../../db/schema/visit-tables';
import { seal } from '../../db/secret/seal';
import { addEvent } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';

type Conflict = NonNullable<VisitTables['visit_records']['conflict']>;

/** A visit that is or was on the crew's run sheet; `conflict` says why the crew can no longer change it. */
export type CrewVisit = {
  readonly booking: FoundStaffBooking;
  readonly unit: string;
  readonly conflict: Conflict | undefined;
};

type CrewCommand = { readonly id: CommandId; readonly madeAt: string; readonly bookingId: BookingId };

/** Finds the visit of a crew's command. Any other visit is `visit-not-on-sheet`, whether it exists or not. */
export async function findCrewVisit(
  write: CityWrite,
  { unit }: StaffActor,
  bookingId: BookingId,
): Promise<Result<CrewVisit>> {
  const refused = refuse('visit-not-on-sheet', { pointer: '/bookingId' });
  const booking = await findStaffBooking(write, bookingId);
  if (booking === undefined || unit === undefined) return refused;
  const assigned = await write.tx
    .selectFrom('assignments')
    .select('unit')
    .where('city', '=', write.context.city.code)
    .where('booking_id', '=', bookingId)
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (assigned === undefined) return refused;
  // A record made before the erasure would bring back the erased data.
  if (booking.erased_at !== null) return refuse('booking-erased', { pointer: '/bookingId' });
  return { ok: true, booking, unit, conflict: conflictOf(booking, unit) };
}

function conflictOf({ state, scheduled }: FoundStaffBooking, unit: string): Conflict | undefined {
  if (state === 'cancelled' || state === 'closed') return state;
  return scheduled?.unit === unit ? undefined : 'moved';
}

/**
 * Stores what a crew sent, as it was sent. A record that met a conflict is also entered in the booking's
 * history, so that the desk and the crew see it.
 */
export async function keepRecord(
  write: CityWrite,
  { booking, unit, conflict }: CrewVisit,
  staff: StaffActor,
  {
    kind,
    command,
    body,
  }: { readonly kind: RecordKind; readonly command: CrewCommand; readonly body: unknown },
): Promise<void> {
  const { tx, context, nowMs } = write;
  await tx
    .insertInto('visit_records')
    .values({
      city: context.city.code,
      id: command.id,
      booking_id: booking.id,
      unit,
      staff_id: staff.id,
      kind,
      body: seal(context, `${booking.id}/record/${command.id}`, body),
      made_at: madeAtOf(command, nowMs),
      at: nowMs,
      conflict: conflict ?? null,
      resolved_at: null,
      resolved_by: null,
      kept: null,
    })
    .execute();
  if (conflict === undefined) return;
  await addEvent(write, booking, {
    to: booking.state,
    actor: 'crew',
    action: `late-${kind}`,
    staffId: staff.id,
  });
}

/** Returns the phone's time for display; the server's time where the phone's clock is ahead. */
export function madeAtOf({ madeAt }: { readonly madeAt: string }, nowMs: number): number {
  return Math.min(Date.parse(madeAt) || nowMs, nowMs);
}
