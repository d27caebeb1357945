import type { Cursor } from '../../../contract/scalars';
import type { BookingAnswer, BookingFile, ErasedFile } from '../../../contract/staff/desk';
import type { BookingId } from '../../../domain/booking/booking';
import type { AreaCode } from '../../../domain/city/city';
import { readDoubles } from '../../db/booking/doubles';
import { readHistory } from '../../db/booking/history';
import { referredTo } from '../../db/booking/referral';
import { type StaffBooking, scheduledOf, selectStaffBookings } from '../../db/booking/staff-booking';
import { readPlaces } from '../../db/booking/waiting-places';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import { readStaffPhotos } from '../../db/photo/staff-photos';
import { conflictOf, selectConflicts } from '../../db/visit/open-conflicts';
import { sheetVisitOf } from '../../db/visit/sheet-visit';
import { visitMembersOf } from '../../db/visit/visit-of';

/**
 * Reads everything known about a booking, or what is left of an erased one; `undefined` where there is none
 * in these areas.
 */
export async function bookingFile(
  context: ServerContext,
  id: BookingId,
  areas?: readonly AreaCode[],
): Promise<BookingAnswer | undefined> {
  const { db, city } = context;
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const row = await selectStaffBookings(db, city.code).where('b.id', '=', id).executeTakeFirst();
  if (row === undefined || (areas !== undefined && !areas.includes(row.area))) return undefined;
  const historyOf = await readHistory(context, [id]);
  if (row.erased_at !== null) return { erased: erasedOf(context, row, historyOf(id).history), cursor };
  const photosOf = await readStaffPhotos(context, [id]);
  const numbers = (await readDoubles(context, [row], areas)).get(id) ?? [];
  const doubles =
    numbers.length === 0
      ? []
      : await selectStaffBookings(db, city.code)
          .where('b.number', 'in', numbers)
          .orderBy('b.submitted_change')
          .execute();
  const placeOf = await readPlaces(context, [row, ...doubles]);
  const conflicts = await selectConflicts(db, city.code).where('v.booking_id', '=', id).execute();
  const scheduled = scheduledOf(row);
  return {
    booking: {
      ...sheetVisitOf(context, row, historyOf(id), photosOf(id)),
      ...referredTo(context, row),
      channel: row.channel,
      ...(scheduled === undefined ? {} : { scheduled }),
    },
    ...(row.state === 'waiting' ? { waitingPlace: placeOf(id) } : {}),
    doubles: doubles.map((double) => doubleOf(double, placeOf(double.id))),
    conflicts: conflicts.flatMap(conflictOf),
    cursor,
  };
}

function doubleOf(row: StaffBooking, place: number): BookingFile['doubles'][number] {
  const { id, number, state, submitted_at } = row;
  const scheduled = scheduledOf(row);
  return {
    id,
    number,
    state,
    submittedAt: new Date(submitted_at).toISOString(),
    services: JSON.parse(row.services_json),
    ...(scheduled === undefined ? {} : { scheduled }),
    ...(state === 'waiting' ? { place } : {}),
  };
}

function erasedOf(
  context: ServerContext,
  row: StaffBooking,
  history: ErasedFile['erased']['history'],
): ErasedFile['erased'] {
  const { id, number, state, area, submitted_at, erased_at } = row;
  const scheduled = scheduledOf(row);
  const outcomes = visitMembersOf(context, row, false).visit?.outcomes ?? [];
  return {
    id,
    number,
    // The database lets no other state be erased (migrations/013-erasure).
    state: state === 'closed' ? state : 'cancelled',
    ...referredTo(context, row),
    submittedAt: new Date(submitted_at).toISOString(),
    erasedAt: new Date(erased_at ?? 0).toISOString(),
    area,
    services: JSON.parse(row.services_json),
    ...(scheduled === undefined ? {} : { scheduled }),
    outcomes: outcomes.map(({ service, outcome }) => ({ service, outcome })),
    history,
  };
}
