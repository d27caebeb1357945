import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { changeDraft, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { storeTrouble } from '../../../src/offline/store/engine/store-trouble';
import { addPhoto } from '../../../src/offline/store/photo/photos';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { queueCancel, queueChooseWindow } from '../../../src/offline/store/visit/queue-change';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { createSync } from '../../../src/offline/sync/create-sync';
import { askedOf, book, doneAnswer, NOW_MS, openTab, request, rowOf } from './make-phone';

/**
 * How browsers report that there is no room: the write itself fails, or it seems to succeed and the
 * transaction aborts at its end, with the reason on the transaction alone.
 */
const WAYS = ['at the write', 'at the end'] as const;

type Way = (typeof WAYS)[number];

/** Lets nothing more fit into `table`; the returned function makes room again. */
function fillUp(store: PhoneStore, table: string, way: Way): () => void {
  const full = new DOMException('no room', 'QuotaExceededError');
  let isFull = true;
  store.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => {
        const real = core.table(name);
        if (name !== table) return real;
        return {
          ...real,
          mutate: async (mutation) => {
            if (!isFull || mutation.type === 'delete' || mutation.type === 'deleteRange')
              return real.mutate(mutation);
            if (way === 'at the write') throw full;
            await real.mutate(mutation);
            throw new Dexie.AbortError('given up', full);
          },
        };
      },
    }),
  });
  return () => {
    isFull = false;
  };
}

async function troubleOf(work: Promise<unknown>) {
  return work.then(
    () => 'none',
    (error: unknown) => storeTrouble(error),
  );
}

describe.each(WAYS)('a phone without room, reported %s', (way) => {
  test.each(['bookings', 'outbox'])(
    'keeps a request that does not fit into %s as a whole draft',
    async (table) => {
      const store = openTab();
      const draft = await startDraft(store, NOW_MS, { street: 'Jalan Contoh 1' });
      const makeRoom = fillUp(store, table, way);
      store.close({ disableAutoOpen: false });
      expect(await troubleOf(queueBooking(store, draft, request, 30, NOW_MS))).toBe('full');
      expect(await readDraft(store, draft.id)).toEqual(draft);
      expect([await store.bookings.count(), await store.outbox.count()]).toEqual([0, 0]);
      makeRoom();
      await queueBooking(store, draft, request, 30, NOW_MS);
      expect([await store.drafts.count(), await store.bookings.count(), await store.outbox.count()]).toEqual([
        0, 1, 1,
      ]);
    },
  );

  test('loses nothing typed before an answer that cannot be saved', async () => {
    const store = openTab();
    const draft = await startDraft(store, NOW_MS, { street: 'Jalan Contoh 1' });
    fillUp(store, 'drafts', way);
    store.close({ disableAutoOpen: false });
    expect(await troubleOf(changeDraft(store, draft.id, { street: 'Jalan Lain' }, NOW_MS + 1))).toBe('full');
    expect(await readDraft(store, draft.id)).toEqual(draft);
    expect(await troubleOf(startDraft(store, NOW_MS))).toBe('full');
  });

  test('does not show a change that cannot be kept as requested', async () => {
    const store = openTab();
    const { id } = await book(store);
    fillUp(store, 'outbox', way);
    store.close({ disableAutoOpen: false });
    expect(await troubleOf(queueCancel(store, id, '', NOW_MS))).toBe('full');
    const choice = { date: '2026-11-24', window: 'pagi' } as Parameters<typeof queueChooseWindow>[2];
    expect(await troubleOf(queueChooseWindow(store, id, choice, NOW_MS))).toBe('full');
    expect(await listVisits(store)).toMatchObject([{ pending: 'submit' }]);
    expect(await store.outbox.count()).toBe(1);
  });

  test.each(['photos', 'photoBytes'])('keeps no part of a photo that does not fit into %s', async (table) => {
    const store = openTab();
    const { id } = await startDraft(store, NOW_MS);
    const makeRoom = fillUp(store, table, way);
    store.close({ disableAutoOpen: false });
    const photo = { bookingId: id, requirementId: 'ktp' as never, bytes: new Uint8Array([0xff, 0xd8]) };
    expect(await troubleOf(addPhoto(store, photo, NOW_MS))).toBe('full');
    expect([await store.photos.count(), await store.photoBytes.count()]).toEqual([0, 0]);
    makeRoom();
    expect(await addPhoto(store, photo, NOW_MS)).toMatchObject({ is: 'added' });
  });

  test('asks again for an answer of the server that could not be kept', async () => {
    const store = openTab();
    const { id } = await book(store);
    const asked: unknown[] = [];
    const sync = createSync({
      store,
      fetch: async (_url, init) => {
        asked.push(askedOf(init).commands.map((command) => command.bookingId));
        return doneAnswer(init, [rowOf(id)]);
      },
      now: () => NOW_MS,
      locks: { request: (_name, run) => run() },
    });
    let lastFailure: unknown;
    sync.watchState((state) => {
      lastFailure = state.lastFailure;
    });
    const makeRoom = fillUp(store, 'bookings', way);
    store.close({ disableAutoOpen: false });
    expect(await sync.syncNow()).toMatchObject({ failure: 'full' });
    expect(lastFailure).toBe('full');
    expect(await store.outbox.count()).toBe(1);
    expect(await store.meta.get('synced')).toBeUndefined();
    makeRoom();
    expect(await sync.syncNow()).toEqual({ done: 1, refused: 0, changes: 1 });
    expect(asked).toEqual([[id], [id]]);
    expect(lastFailure).toBeUndefined();
    expect(await listVisits(store)).toMatchObject([{ delivery: 'known', row: { state: 'scheduled' } }]);
  });

  test('does not send a request that cannot be marked as on its way', async () => {
    const store = openTab();
    await book(store);
    let requests = 0;
    const sync = createSync({
      store,
      fetch: async (_url, init) => {
        requests += 1;
        return doneAnswer(init, []);
      },
      now: () => NOW_MS,
      locks: { request: (_name, run) => run() },
    });
    const makeRoom = fillUp(store, 'outbox', way);
    store.close({ disableAutoOpen: false });
    expect(await sync.syncNow()).toMatchObject({ failure: 'full' });
    expect([requests, await store.outbox.count()]).toEqual([0, 1]);
    makeRoom();
    expect(await sync.syncNow()).toMatchObject({ done: 1 });
  });
});
