import type { Cursor } from '../../../contract/scalars';
import type { PhoneStore } from '../engine/phone-store';

const FROM_THE_START = '0' as Cursor;

/** Whether a server of this generation knows other things than this phone was told. Call in a transaction. */
export async function isOtherGeneration(store: PhoneStore, generation: string | undefined): Promise<boolean> {
  if (generation === undefined) return false;
  const known = await store.meta.get('generation');
  if (known?.key === 'generation') return known.id !== generation;
  // A phone from before generations cannot know whether its cursor is one of this life: it reads once more.
  return (await store.meta.get('synced')) !== undefined;
}

/**
 * Begins to read everything again from a server of another generation. What this phone was told stays on
 * screen until then, as "from before". `nowMs`: the server's time, Unix milliseconds. Call in a transaction.
 */
export async function markUnconfirmed(store: PhoneStore, generation: string, nowMs: number): Promise<void> {
  await store.bookings
    .filter(({ delivery }) => delivery === 'known')
    .modify((visit) => {
      Object.assign(visit, { isUnconfirmed: true, before: visit.before ?? visit.row });
    });
  await store.callbacks
    .filter(({ delivery }) => delivery === 'known')
    .modify((callback) => {
      Object.assign(callback, { isUnconfirmed: true, before: callback.before ?? callback.row });
    });
  const synced = await store.meta.get('synced');
  if (synced?.key === 'synced') await store.meta.put({ ...synced, cursor: FROM_THE_START });
  await store.meta.put({ key: 'generation', id: generation, stage: 'reading', atMs: nowMs });
}
