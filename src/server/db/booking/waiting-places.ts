import type { BookingId } from '../../../domain/booking/booking';
import type { ServerContext } from '../engine/context';
import { prepareQuery } from '../engine/prepare-query';
import type { BookingColumns } from '../schema/booking-columns';

type Range = { readonly city: string; readonly from: number; readonly to: number };

const countBetween = prepareQuery((db, { city, from, to }: Range) =>
  db
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('state', '=', 'waiting')
    .where('submitted_change', '>=', from)
    .where('submitted_change', '<', to),
);

/**
 * Returns the place of each of these bookings on the waiting list, 1 for the next; 0 for one that does not wait. The list
 * is counted through once, however many rows there are.
 */
export async function readPlaces(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  rows: readonly Pick<BookingColumns, 'id' | 'state' | 'submitted_change'>[],
): Promise<(id: BookingId) => number> {
  const waiting = rows
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => a.submitted_change - b.submitted_change);
  const places = new Map<BookingId, number>();
  let from = 0;
  let before = 0;
  for (const { id, submitted_change } of waiting) {
    const [counted] = await countBetween(db, { city: city.code, from, to: submitted_change });
    before += Number(counted?.count ?? 0);
    from = submitted_change;
    places.set(id, before + 1);
  }
  return (id) => places.get(id) ?? 0;
}
