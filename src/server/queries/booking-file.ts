import type { Cursor } from '../../contract/scalars';
import type { BookingFile } from '../../contract/staff/desk';
import type { BookingId } from '../../domain/booking/booking';
import type { AreaCode } from '../../domain/city/city';
import type { ServerContext } from '../db/context';
import { readDoubles } from '../db/doubles';
import { readHistory } from '../db/history';
import { lastChange } from '../db/last-change';
import { conflictOf, selectConflicts } from '../db/open-conflicts';
import { sheetVisitOf } from '../db/sheet-visit';
import { scheduledOf, selectStaffBookings } from '../db/staff-booking';
import { readStaffPhotos } from '../db/staff-photos';

/** Everything known of a booking; `undefined` where there is none, or none in these areas. */
export async function bookingFile(
  context: ServerContext,
  id: BookingId,
  areas?: readonly AreaCode[],
): Promise<BookingFile | undefined> {
  const { db, city } = context;
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const row = await selectStaffBookings(db, city.code).where('b.id', '=', id).executeTakeFirst();
  if (row === undefined || (areas !== undefined && !areas.includes(row.area))) return undefined;
  const photosOf = await readStaffPhotos(context, [id]);
  const historyOf = await readHistory(context, [id]);
  const numbers = (await readDoubles(context, [row], areas)).get(id) ?? [];
  const doubles =
    numbers.length === 0
      ? []
      : await db
          .selectFrom('bookings')
          .select(['id', 'number', 'state'])
          .where('city', '=', city.code)
          .where('number', 'in', numbers)
          .execute();
  const conflicts = await selectConflicts(db, city.code).where('v.booking_id', '=', id).execute();
  const scheduled = scheduledOf(row);
  return {
    booking: {
      ...sheetVisitOf(context, row, historyOf(id), photosOf(id)),
      ...(scheduled === undefined ? {} : { scheduled }),
    },
    ...(row.state === 'waiting' ? { waitingPlace: row.place } : {}),
    doubles,
    conflicts: conflicts.flatMap(conflictOf),
    cursor,
  };
}
