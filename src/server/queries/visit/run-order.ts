import type { Cursor } from '../../../contract/scalars';
import type { RunOrder, RunOrderQuery } from '../../../contract/staff/run-order';
import type { UnitId } from '../../../domain/calendar/window';
import {
  type StaffBooking,
  scheduledOf,
  selectStaffBookings,
  unsealRequest,
} from '../../db/booking/staff-booking';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import { byWindow, readOrders, sortByOrders } from '../../db/visit/run-orders';

/** Returns a unit's visits of a day as its crew gets them, window by window. */
export async function runOrder(context: ServerContext, { unit, day }: RunOrderQuery): Promise<RunOrder> {
  const { db, city } = context;
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const orders = await readOrders(db, city.code, unit, [day]);
  const rows = await selectStaffBookings(db, city.code)
    .where('r.unit', '=', unit as UnitId)
    .where('r.day', '=', day)
    .where('b.erased_at', 'is', null)
    .orderBy('s.start_time')
    .orderBy('b.submitted_change')
    .execute();
  return {
    windows: byWindow(sortByOrders(rows, orders)).flatMap((visits) => {
      const scheduled = visits[0] && scheduledOf(visits[0]);
      if (scheduled === undefined) return [];
      const { window, start, end } = scheduled;
      const revision = orders.find(({ window_id }) => window_id === window)?.revision ?? 0;
      return [{ window, start, end, revision, visits: visits.map((row) => visitOf(context, row)) }];
    }),
    cursor,
  };
}

function visitOf(context: ServerContext, row: StaffBooking): RunOrder['windows'][number]['visits'][number] {
  const { recipient, place, needs } = unsealRequest(context, row);
  const { id, number, state, area, minutes } = row;
  return {
    id,
    number,
    state,
    recipientName: recipient.name,
    street: place.street,
    area,
    services: JSON.parse(row.services_json),
    needs: [...needs],
    minutes,
  };
}
