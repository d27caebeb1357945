import { liveQuery } from 'dexie';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { PhoneStore } from '../engine/phone-store';

/** A visit that this phone may no longer follow: only its number, for a message. */
export type GoneVisit = {
  readonly id: BookingId;
  readonly number: PublicNumber;
  /** The server's database was put back to a backup; else the requester removed this phone. */
  readonly isPutBack: boolean;
};

const PREFIX = 'gone:';

/**
 * Watches the visits that this phone may no longer follow, until `forgetGone`: calls back now and
 * after each change.
 */
export function watchGone(
  store: PhoneStore,
  onValue: (gone: GoneVisit[]) => void,
  onError: (error: unknown) => void,
): () => void {
  const read = async () => {
    const rows = await store.meta.where('key').startsWith(PREFIX).toArray();
    return rows.flatMap((row) =>
      'number' in row
        ? [
            {
              id: row.key.slice(PREFIX.length) as BookingId,
              number: row.number,
              isPutBack: row.isPutBack === true,
            },
          ]
        : [],
    );
  };
  const subscription = liveQuery(read).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Deletes the row once the message about the visit has been read. */
export async function forgetGone(store: PhoneStore, id: BookingId): Promise<void> {
  await store.meta.delete(`${PREFIX}${id}`);
}
