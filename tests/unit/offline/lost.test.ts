import 'fake-indexeddb/auto';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { StaffId } from '../../../src/domain/staff/role';
import { openCrewStore } from '../../../src/offline/crew/crew-store';
import { keepRecordDraft, readRecordDraft } from '../../../src/offline/crew/record-drafts';
import { EMPTY_RECORD } from '../../../src/offline/crew/record-form';
import { changeDraft, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { openOrTell, openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { watchTrouble } from '../../../src/offline/store/engine/store-health';
import { type StoreTrouble, storeTrouble } from '../../../src/offline/store/engine/store-trouble';
import { watchDrafts } from '../../../src/offline/store/engine/watch';
import { addPhoto } from '../../../src/offline/store/photo/photos';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { createSync } from '../../../src/offline/sync/create-sync';
import { fragileDisk, type LossWay } from './lose-connection';
import { doneAnswer, NOW_MS, request, rowOf } from './make-phone';

const WAYS: readonly LossWay[] = ['at the beginning', 'under way'];

function openFragile() {
  const disk = fragileDisk();
  // Dexie's cache knows a database by its name alone.
  const store = openPhoneStore({ name: makeId(), indexedDB: disk.indexedDB, IDBKeyRange });
  const troubles: (StoreTrouble | undefined)[] = [];
  watchTrouble(store, (trouble) => troubles.push(trouble));
  return { ...disk, store, troubles };
}

describe.each(WAYS)('a connection to the database lost %s', (way) => {
  test('is opened again, and no answer, request, photo or secret is lost', async () => {
    const { store, lose, openings, troubles } = openFragile();
    const secret = await readSecret(await readDevice(store));
    const draft = await startDraft(store, NOW_MS, { street: 'Jalan' });
    lose(way);
    await changeDraft(store, draft.id, { street: 'Jalan Contoh' }, NOW_MS);
    lose(way);
    const photo = { bookingId: draft.id, requirementId: 'ktp' as never, bytes: new Uint8Array([0xff, 0xd8]) };
    expect(await addPhoto(store, photo, NOW_MS)).toMatchObject({ is: 'added' });
    lose(way);
    expect(await readDraft(store, draft.id)).toMatchObject({ street: 'Jalan Contoh' });
    lose(way);
    expect(await readSecret(await readDevice(store))).toBe(secret);
    lose(way);
    expect(await queueBooking(store, { ...draft, street: 'Jalan Contoh' }, request, 30, NOW_MS)).toBe(
      'queued',
    );
    expect([await store.drafts.count(), await store.outbox.count()]).toEqual([0, 1]);
    expect(openings()).toBe(6);
    expect(troubles).toEqual([undefined]);
  });

  test('is opened again once for all who meet it together', async () => {
    const { store, lose, openings } = openFragile();
    const drafts = await Promise.all([1, 2, 3, 4].map(() => startDraft(store, NOW_MS)));
    lose(way);
    await Promise.all(drafts.map(({ id }) => changeDraft(store, id, { street: 'Jalan' }, NOW_MS)));
    const read = await Promise.all(drafts.map(({ id }) => readDraft(store, id)));
    expect(read.map((draft) => draft?.street)).toEqual(['Jalan', 'Jalan', 'Jalan', 'Jalan']);
    expect(openings()).toBe(2);
  });

  test('does not stop a page that watches, nor the sender', async () => {
    const { store, lose } = openFragile();
    const draft = await startDraft(store, NOW_MS, { street: 'Jalan' });
    const seen: number[] = [];
    const failed = vi.fn();
    watchDrafts(store, (drafts) => seen.push(drafts.length), failed);
    await vi.waitFor(() => expect(seen).toEqual([1]));
    lose(way);
    await startDraft(store, NOW_MS);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    lose(way);
    await queueBooking(store, draft, request, 30, NOW_MS);
    lose(way);
    const sync = createSync({
      store,
      fetch: async (_url, init) => {
        // The phone sleeps while the answer is on its way.
        lose(way);
        return doneAnswer(init, [rowOf(draft.id)]);
      },
      now: () => NOW_MS,
      locks: { request: (_name, run) => run() },
    });
    expect(await sync.syncNow()).toEqual({ done: 1, refused: 0, changes: 1 });
    expect(failed).not.toHaveBeenCalled();
  });

  test("does not lose a crew's record", async () => {
    const disk = fragileDisk();
    const store = openCrewStore('0199a000-0000-7000-8000-000000000001' as StaffId, {
      indexedDB: disk.indexedDB,
      IDBKeyRange,
    });
    const visit = 'visit' as never;
    await keepRecordDraft(store, visit, EMPTY_RECORD);
    disk.lose(way);
    await keepRecordDraft(store, visit, { ...EMPTY_RECORD, note: 'Pintu samping' });
    disk.lose(way);
    expect(await readRecordDraft(store, visit)).toMatchObject({ note: 'Pintu samping' });
  });
});

test('a connection that does not come back is told in words of its own, until it works again', async () => {
  const { store, lose, refuseOpening, troubles } = openFragile();
  const { id } = await startDraft(store, NOW_MS);
  lose('at the beginning');
  refuseOpening(true);
  const error = await changeDraft(store, id, { street: 'Jalan' }, NOW_MS).catch((caught: unknown) => caught);
  expect(storeTrouble(error)).toBe('lost');
  expect(troubles).toEqual([undefined, 'lost']);
  refuseOpening(false);
  await changeDraft(store, id, { street: 'Jalan' }, NOW_MS);
  expect(await readDraft(store, id)).toMatchObject({ street: 'Jalan' });
  expect(troubles).toEqual([undefined, 'lost', undefined]);
});

test('a database that never opens for want of a connection is not taken for private browsing', async () => {
  const { store, refuseOpening } = openFragile();
  refuseOpening(true);
  const error = await openOrTell(store).catch((caught: unknown) => caught);
  expect(storeTrouble(error)).toBe('lost');
});

test('a browser that refuses from the start is still told apart, and one that closes later is not', async () => {
  const closing = new DOMException('The database connection is closing.', 'InvalidStateError');
  const { store, indexedDB, troubles } = openFragile();
  const open = indexedDB.open;
  indexedDB.open = () => {
    throw closing;
  };
  expect(storeTrouble(await startDraft(store, NOW_MS).catch((caught: unknown) => caught))).toBe('refused');
  indexedDB.open = open;
  store.close({ disableAutoOpen: false });
  await startDraft(store, NOW_MS);
  store.backendDB()?.close();
  indexedDB.open = () => {
    throw closing;
  };
  expect(storeTrouble(await startDraft(store, NOW_MS).catch((caught: unknown) => caught))).toBe('lost');
  expect(troubles).toEqual([undefined, 'refused', undefined, 'lost']);
});

test('a transaction that fails by its own code is done once only, and is no trouble of the database', async () => {
  const { store, troubles, openings } = openFragile();
  const { id } = await startDraft(store, NOW_MS);
  const scope = vi.fn(async () => {
    await store.drafts.delete(id);
    throw new RangeError('own');
  });
  await expect(store.transaction('rw', store.drafts, scope)).rejects.toThrow('own');
  expect(scope).toHaveBeenCalledTimes(1);
  expect(await store.drafts.count()).toBe(1);
  expect([troubles, openings()]).toEqual([[undefined], 1]);
});
