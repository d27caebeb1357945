import { liveQuery } from 'dexie';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { PhoneStore } from '../engine/phone-store';

/** A visit that this phone may follow no longer: its number alone, for words. */
export type GoneVisit = { readonly id: BookingId; readonly number: PublicNumber };

const PREFIX = 'gone:';

/** Visits whose owner withdrew this phone, until `forgetGone`; now and after each change. */
export function watchGone(
  store: PhoneStore,
  onValue: (gone: GoneVisit[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const read = async () => {
    const rows = await store.meta.where('key').startsWith(PREFIX).toArray();
    return rows.flatMap((row) =>
      'number' in row ? [{ id: row.key.slice(PREFIX.length) as BookingId, number: row.number }] : [],
    );
  };
  const subscription = liveQuery(read).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** The words about it were read. */
export async function forgetGone(store: PhoneStore, id: BookingId): Promise<void> {
  await store.meta.delete(`${PREFIX}${id}`);
}
