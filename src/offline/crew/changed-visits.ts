import type { BookingId } from '../../domain/booking/booking';
import type { ChangedRow, Sheet } from './crew-rows';
import type { CrewStore } from './crew-store';

export const NOTHING_CHANGED: ChangedRow = { key: 'changed', visits: {} };

/**
 * Returns what this phone knows of changed requests after a new sheet: a visit whose request changed since the
 * sheet before is news until the crew has read it. A visit that is new on the sheet is no news by that.
 */
export function changedAfter({ visits: known }: ChangedRow, { visits }: Pick<Sheet, 'visits'>): ChangedRow {
  const now = visits.map(({ id, requestChangedAt }) => {
    const before = known[id];
    const isOther = before !== undefined && requestChangedAt !== undefined && before.at !== requestChangedAt;
    const isNews = isOther || before?.isNews === true;
    return [id, isNews ? { at: requestChangedAt, isNews } : { at: requestChangedAt }] as const;
  });
  return { key: 'changed', visits: Object.fromEntries(now) };
}

/** Notes that the crew has read what changed in a request. */
export async function readChange(store: CrewStore, id: BookingId): Promise<void> {
  await store.transaction('rw', store.meta, async () => {
    const row = await store.meta.get('changed');
    const known = row?.key === 'changed' ? row.visits[id] : undefined;
    if (row?.key !== 'changed' || known === undefined) return;
    await store.meta.put({ ...row, visits: { ...row.visits, [id]: { at: known.at } } });
  });
}
