import { liveQuery } from 'dexie';
import type { BookingId } from '../../domain/booking/booking';
import type { Draft } from './draft';
import type { PhoneStore } from './phone-store';
import { unseal } from './seal';
import type { Visit } from './visit';
import { showVisit, showVisits } from './visits';

type OnError = (error: unknown) => void;

/**
 * Reads rows in a live query and decrypts them after it: WebCrypto inside the query would lose the
 * transaction that Dexie watches. An answer overtaken by a newer one is dropped.
 */
function watch<Rows, Value>(
  read: () => Promise<Rows>,
  show: (rows: Rows) => Promise<Value>,
  onValue: (value: Value) => void,
  onError: OnError,
): () => void {
  let turn = 0;
  let isOver = false;
  const publish = async (rows: Rows) => {
    turn += 1;
    const mine = turn;
    try {
      const value = await show(rows);
      if (!isOver && mine === turn) onValue(value);
    } catch (error) {
      if (!isOver) onError(error);
    }
  };
  const subscription = liveQuery(read).subscribe({
    next: (rows) => void publish(rows),
    error: onError,
  });
  return () => {
    isOver = true;
    subscription.unsubscribe();
  };
}

export function watchDrafts(
  store: PhoneStore,
  onValue: (drafts: Draft[]) => void,
  onError: OnError,
): () => void {
  return watch(
    () => store.drafts.orderBy('savedAtMs').reverse().toArray(),
    (entries) => Promise.all(entries.map((entry) => unseal<Draft>(store, entry.sealed))),
    onValue,
    onError,
  );
}

export function watchVisits(
  store: PhoneStore,
  onValue: (visits: Visit[]) => void,
  onError: OnError,
): () => void {
  return watch(
    () => store.bookings.orderBy('queuedAtMs').reverse().toArray(),
    (entries) => showVisits(store, entries),
    onValue,
    onError,
  );
}

/** `undefined` while this phone has no such visit. */
export function watchVisit(
  store: PhoneStore,
  id: BookingId,
  onValue: (visit: Visit | undefined) => void,
  onError: OnError,
): () => void {
  return watch(
    () => store.bookings.get(id),
    async (entry) => (entry === undefined ? undefined : showVisit(store, entry)),
    onValue,
    onError,
  );
}

/** How many commands wait to be sent. */
export function watchWaitingCount(
  store: PhoneStore,
  onValue: (count: number) => void,
  onError: OnError,
): () => void {
  return watch(
    () => store.outbox.count(),
    async (count) => count,
    onValue,
    onError,
  );
}
