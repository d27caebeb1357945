import type { BookingId } from '../../domain/booking/booking';
import type { LocalDate } from '../../domain/calendar/local-date';
import { moveInList } from '../../domain/visit/move-in-list';
import type { OrderRow, Sheet } from './crew-rows';
import type { CrewStore } from './crew-store';

/**
 * Moves a visit one place up (-1) or down (1) in the order of its day. `shown` is the order on the screen.
 * The new order is kept only on this phone, until the desk orders the day again.
 */
export async function moveInOrder(
  store: CrewStore,
  date: LocalDate,
  shown: readonly BookingId[],
  id: BookingId,
  by: -1 | 1,
): Promise<void> {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return;
  const ids = moveInList(shown, from, to);
  await changeOrder(store, (row) => ({ ...seen(row, date), days: { ...row.days, [date]: ids } }));
}

/** Notes that the crew has read that the desk changed the order of a day. */
export async function readDeskOrder(store: CrewStore, date: LocalDate): Promise<void> {
  await changeOrder(store, (row) => seen(row, date));
}

/**
 * Returns the orders after a new sheet: forgets days that are no longer on it. If the desk has ordered a day
 * again, the desk's order replaces this phone's own and is marked as news.
 */
export function ordersAfter(row: OrderRow, { days, orders = [] }: Sheet): OrderRow {
  const desk = orders.map(({ date, revision }) => {
    const known = row.desk?.[date];
    const isNews = known !== undefined && (known.isNews === true || known.revision !== revision);
    return [date, isNews ? { revision, isNews } : { revision }] as const;
  });
  const isChanged = (date: LocalDate) => {
    const known = row.desk?.[date];
    return orders.some((one) => one.date === date && known !== undefined && known.revision !== one.revision);
  };
  const own = days.flatMap((date) => {
    const ids = row.days[date];
    return ids === undefined || isChanged(date) ? [] : [[date, ids] as const];
  });
  return { key: 'order', days: Object.fromEntries(own), desk: Object.fromEntries(desk) };
}

export const NO_ORDER: OrderRow = { key: 'order', days: {} };

async function changeOrder(store: CrewStore, change: (row: OrderRow) => OrderRow): Promise<void> {
  await store.transaction('rw', store.meta, async () => {
    const row = await store.meta.get('order');
    await store.meta.put(change(row?.key === 'order' ? row : NO_ORDER));
  });
}

function seen(row: OrderRow, date: LocalDate): OrderRow {
  const known = row.desk?.[date];
  return known === undefined ? row : { ...row, desk: { ...row.desk, [date]: { revision: known.revision } } };
}
