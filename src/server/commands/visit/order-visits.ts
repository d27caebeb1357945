import type { OrderVisits } from '../../../contract/staff/run-order';
import type { UnitId } from '../../../domain/calendar/window';
import { DONE, type Result, refuse } from '../../../domain/result';
import { isOrderOf } from '../../../domain/visit/desk-order';
import type { CityWrite } from '../../db/engine/write-city';
import { readOrders } from '../../db/visit/run-orders';
import type { StaffActor } from '../run/staff-actor';

/** Stores the order of a window's visits, which the unit's crew gets with its next sync. */
export async function orderVisits(
  { tx, context, nowMs, nextChange }: CityWrite,
  staff: StaffActor,
  { unit, date, window, revision, order }: OrderVisits,
): Promise<Result> {
  const city = context.city.code;
  const visits = await tx
    .selectFrom('reservations as r')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'r.city').onRef('b.id', '=', 'r.booking_id'),
    )
    .select('b.id')
    .where('r.city', '=', city)
    .where('r.unit', '=', unit as UnitId)
    .where('r.day', '=', date)
    .where('r.window_id', '=', window)
    .where('b.erased_at', 'is', null)
    .execute();
  const stored = (await readOrders(tx, city, unit, [date])).find(({ window_id }) => window_id === window);
  if ((stored?.revision ?? 0) !== revision) return refuse('order-changed', { pointer: '/revision' });
  if (!isOrderOf(visits, order)) return refuse('order-changed', { pointer: '/order' });
  const row = {
    revision: revision + 1,
    bookings_json: JSON.stringify(order),
    change_number: nextChange(),
    changed_at: nowMs,
    changed_by: staff.id,
  };
  await tx
    .insertInto('run_orders')
    .values({ city, unit: unit as UnitId, day: date, window_id: window, ...row })
    .onConflict((conflict) => conflict.columns(['city', 'unit', 'day', 'window_id']).doUpdateSet(row))
    .execute();
  return DONE;
}
