import type { Cursor } from '../../../contract/scalars';
import type { SheetVisit, StaffSyncResponse } from '../../../contract/staff/run-sheet';
import { allSlots } from '../../../domain/calendar/desk-slots';
import { addDays, type LocalDate, localDateAt } from '../../../domain/calendar/local-date';
import type { UnitId } from '../../../domain/calendar/window';
import { readHistory } from '../../db/booking/history';
import { type StaffBooking, scheduledOf, selectStaffBookings } from '../../db/booking/staff-booking';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import { readStaffPhotos } from '../../db/photo/staff-photos';
import { conflictOf, selectConflicts } from '../../db/visit/open-conflicts';
import { readOrders, sortByOrders } from '../../db/visit/run-orders';
import { sheetVisitOf } from '../../db/visit/sheet-visit';

type Sheet = Pick<StaffSyncResponse, 'sheet' | 'cursor'>;

/** The longest run of days without visits in which the next working day is looked for. */
const LOOK_AHEAD_DAYS = 14;
const DAY_MS = 86_400_000;
/**
 * A cursor combines the day of the sheet and the city's change counter, since the sheet changes at midnight
 * too.
 */
const CHANGES_PER_DAY = 100_000_000_000;

/** Returns the city's change that a crew's cursor was given at. */
export function changeOfCursor(cursor: Cursor | null): number {
  return Number(cursor ?? 0) % CHANGES_PER_DAY;
}

/**
 * Returns a unit's visits of today and the next working day, and its records that wait for the desk; null
 * where none of it has changed since `cursor`.
 */
export async function runSheet(
  context: ServerContext,
  unit: { readonly id: UnitId; readonly name: string },
  cursor: Cursor | null,
): Promise<Sheet> {
  const { db, city, clock } = context;
  const today = localDateAt(clock(), city.settings.utcOffsetMinutes);
  const change = await lastChange(db, city.code);
  const day = Date.parse(today) / DAY_MS;
  const next = String(day * CHANGES_PER_DAY + change) as Cursor;
  const asked = Number(cursor ?? 0);
  const since = changeOfCursor(cursor);
  // A counter that went back means that the database was restored from a copy.
  const isSameDay = Math.floor(asked / CHANGES_PER_DAY) === day && since <= change;
  if (isSameDay && !(await hasChanged(context, unit.id, since))) return { sheet: null, cursor: next };
  const days = workingDays(context, today);
  const rows = await selectStaffBookings(db, city.code)
    .where('r.unit', '=', unit.id)
    .where('r.day', 'in', days)
    // If the requester had the booking erased on the day itself, the crew's phone drops it as well.
    .where('b.erased_at', 'is', null)
    .orderBy('r.day')
    .orderBy('s.start_time')
    .orderBy('b.submitted_change')
    .execute();
  const orders = await readOrders(db, city.code, unit.id, days);
  const conflicts = await selectConflicts(db, city.code).where('v.unit', '=', unit.id).execute();
  return {
    sheet: {
      unit: { id: unit.id, name: unit.name },
      days,
      visits: await visitsOf(context, sortByOrders(rows, orders)),
      conflicts: conflicts.flatMap(conflictOf),
      orders: days.map((date) => ({
        date,
        // Each window's revision only increases, and so does their sum.
        revision: orders.reduce((sum, { day, revision }) => (day === date ? sum + revision : sum), 0),
      })),
    },
    cursor: next,
  };
}

async function visitsOf(context: ServerContext, rows: readonly StaffBooking[]): Promise<SheetVisit[]> {
  const ids = rows.map(({ id }) => id);
  const historyOf = await readHistory(context, ids);
  const photosOf = await readStaffPhotos(context, ids);
  const placed = new Map<string, number>();
  return rows.flatMap((row) => {
    const scheduled = scheduledOf(row);
    if (scheduled === undefined) return [];
    const position = (placed.get(scheduled.date) ?? 0) + 1;
    placed.set(scheduled.date, position);
    const { unit: _, ...window } = scheduled;
    return [
      { ...sheetVisitOf(context, row, historyOf(row.id), photosOf(row.id)), position, scheduled: window },
    ];
  });
}

function workingDays({ city }: ServerContext, today: LocalDate): LocalDate[] {
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    if (allSlots(city, date, 1).length > 0) return [today, date];
  }
  return [today];
}

/**
 * Whether a booking that is or was on the unit's sheet has changed (one that left it is news too), or the
 * desk's order.
 */
async function hasChanged({ db, city }: ServerContext, unit: UnitId, since: number): Promise<boolean> {
  const row = await db
    .selectFrom('events as e')
    .innerJoin('assignments as a', (join) =>
      join.onRef('a.city', '=', 'e.city').onRef('a.booking_id', '=', 'e.booking_id'),
    )
    .select('e.change_number')
    .where('e.city', '=', city.code)
    .where('e.change_number', '>', since)
    .where('a.unit', '=', unit)
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) return true;
  const order = await db
    .selectFrom('run_orders')
    .select('change_number')
    .where('city', '=', city.code)
    .where('unit', '=', unit)
    .where('change_number', '>', since)
    .limit(1)
    .executeTakeFirst();
  return order !== undefined;
}
