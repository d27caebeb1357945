import type { Kysely, Transaction } from 'kysely';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { UnitId } from '../../../domain/calendar/window';
import { inDeskOrder } from '../../../domain/visit/desk-order';
import type { SlotKey, Tables } from '../schema/tables';

/** Reads the orders that the desk gave a unit's windows on some days. */
export function readOrders(
  db: Kysely<Tables> | Transaction<Tables>,
  city: string,
  unit: string,
  days: readonly LocalDate[],
) {
  return db
    .selectFrom('run_orders')
    .select(['day', 'window_id', 'revision', 'bookings_json', 'change_number'])
    .where('city', '=', city)
    .where('unit', '=', unit as UnitId)
    .where('day', 'in', days)
    .execute();
}

type Order = Awaited<ReturnType<typeof readOrders>>[number];
type Placed = { readonly id: string } & {
  readonly [Key in 'day' | 'window_id']: SlotKey[Key] | null;
};

/** Sorts rows that are already sorted by day and window: each window in the order the desk set. */
export function sortByOrders<T extends Placed>(rows: readonly T[], orders: readonly Order[]): readonly T[] {
  return byWindow(rows).flatMap((visits) => {
    const order = orders.find((one) => visits[0] !== undefined && isSameWindow(one, visits[0]));
    return order === undefined ? visits : inDeskOrder(visits, placedIn(order));
  });
}

/** Groups rows that are already sorted by day and window: one group for each window. */
export function byWindow<T extends Placed>(rows: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const row of rows) {
    const [first] = groups.at(-1) ?? [];
    if (first !== undefined && isSameWindow(first, row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

type Window = Pick<Placed, 'day' | 'window_id'>;

function isSameWindow(a: Window, b: Window): boolean {
  return a.day === b.day && a.window_id === b.window_id;
}

function placedIn({ bookings_json }: Order): readonly string[] {
  // The cast is safe: only order-visits writes this column.
  return JSON.parse(bookings_json) as readonly string[];
}
