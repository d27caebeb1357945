import { liveQuery } from 'dexie';
import type { CrewOutboxRow, PutBackRow } from './crew-rows';
import type { CrewStore } from './crew-store';

/**
 * How long a command stays here after the server has it: backups are made daily, and a database may be put
 * back to the last but one.
 */
export const KEPT_SENT_MS = 48 * 60 * 60_000;

/** Keeps a command that the server has answered as done. `nowMs`: the server's time. Call in a transaction. */
export async function keepSent(store: CrewStore, sent: CrewOutboxRow, nowMs: number): Promise<void> {
  const { id, seq = 0, name, bookingId, sealed } = sent;
  await store.sent.put({ id, seq, name, bookingId, sealed, atMs: nowMs });
}

/** Deletes commands that were kept long enough. Call in a transaction. */
export async function forgetSent(store: CrewStore, nowMs: number): Promise<void> {
  await store.sent
    .where('atMs')
    .below(nowMs - KEPT_SENT_MS)
    .delete();
}

/**
 * Queues again, before what waits, all that was sent in the last days: a server whose database was put back to
 * a backup does again what it lacks, and answers the rest as before. Call in a transaction. `nowMs`: the
 * server's time, Unix milliseconds.
 */
export async function sendAgain(store: CrewStore, nowMs: number): Promise<void> {
  await forgetSent(store, nowMs);
  const sent = await store.sent.orderBy('seq').toArray();
  const waiting = await store.outbox.orderBy('seq').toArray();
  const known = new Set(waiting.map(({ id }) => id));
  await store.outbox.clear();
  for (const { seq: _, atMs, ...row } of sent) {
    if (known.has(row.id)) continue;
    await store.outbox.add({ ...row, notBeforeMs: 0, triedAtMs: atMs, status: 'waiting' });
  }
  for (const { seq: _, ...row } of waiting) await store.outbox.add(row);
  await store.meta.put({ key: 'put-back', count: sent.length, atMs: nowMs });
}

/** Watches whether the crew has yet to read that the server's database was put back to a backup. */
export function watchPutBack(
  store: CrewStore,
  onValue: (putBack: PutBackRow | undefined) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const row = await store.meta.get('put-back');
    return row?.key === 'put-back' ? row : undefined;
  }).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/** Ends the message once the crew has read it. */
export async function readPutBack(store: CrewStore): Promise<void> {
  await store.meta.delete('put-back');
}
