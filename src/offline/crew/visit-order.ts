import type { BookingId } from '../../domain/booking/booking';
import type { LocalDate } from '../../domain/calendar/local-date';
import type { CrewStore } from './crew-store';

/**
 * Moves a visit one place up (-1) or down (1) in the order of its day. `shown` is the order on the screen; the new one
 * is kept on this phone alone.
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
  const ids = shown.toSpliced(from, 1).toSpliced(to, 0, id);
  await store.transaction('rw', store.meta, async () => {
    const row = await store.meta.get('order');
    const days = row?.key === 'order' ? row.days : {};
    await store.meta.put({ key: 'order', days: { ...days, [date]: ids } });
  });
}
