import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { listDrafts, startDraft } from '../../../src/offline/store/draft/drafts';
import { MIGRATIONS } from '../../../src/offline/store/engine/migrations';
import { openOrTell, type PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { storeTrouble } from '../../../src/offline/store/engine/store-trouble';
import { addPerson } from '../../../src/offline/store/family/people';
import { EMPTY_PERSON } from '../../../src/offline/store/family/person';
import { addPhoto } from '../../../src/offline/store/photo/photos';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { createSync } from '../../../src/offline/sync/create-sync';
import { book, doneAnswer, NIK, NOW_MS, newDisk, openTab, type PhoneDisk, rowOf } from './make-phone';

const VERSIONS = MIGRATIONS.map(({ version }) => version);
const LATEST = Math.max(...VERSIONS);

type Row = Record<string, unknown>;

/** Fills every table of a phone, by the product's own code, and returns the rows. */
async function fillPhone(store: PhoneStore): Promise<Map<string, Row[]>> {
  await book(store);
  await startDraft(store, NOW_MS, { recipientName: 'Belum dikirim' });
  await store.meta.put({ key: 'synced', cursor: '5' as never, atMs: NOW_MS });
  const answer = { area: '18.72.01.1001', readAt: '2026-11-23T02:00:00Z', windows: [] } as never;
  await store.availability.put({ key: 'area=1', savedAtMs: NOW_MS, answer });
  await addPerson(store, { ...EMPTY_PERSON, recipientIs: 'parent', name: 'Siti Contoh' }, NOW_MS);
  await store.callbacks.put({ id: 'call' as never, queuedAtMs: NOW_MS, delivery: 'known' });
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
  const [visit] = await store.bookings.toArray();
  if (visit === undefined) throw new Error('no visit');
  await addPhoto(store, { bookingId: visit.id, requirementId: 'ktp' as never, bytes }, NOW_MS);
  const tables = await Promise.all(
    store.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return new Map(tables);
}

/** Opens the app as it was at `version`, with these rows in the tables that it had. The caller closes it. */
async function makeOld(disk: PhoneDisk, version: number, rows: ReadonlyMap<string, Row[]>): Promise<Dexie> {
  const old = new Dexie(disk.name, { indexedDB: disk.indexedDB, IDBKeyRange });
  for (const migration of MIGRATIONS) {
    if (migration.version <= version) old.version(migration.version).stores({ ...migration.stores });
  }
  await old.open();
  for (const table of old.tables) await table.bulkAdd(rows.get(table.name) ?? []);
  return old;
}

async function troubleOf(work: Promise<unknown>) {
  return work.then(
    () => 'none',
    (error: unknown) => storeTrouble(error),
  );
}

describe('upgrading a phone', () => {
  test.each(VERSIONS)('from version %i loses nothing, and sends what waits', async (version) => {
    const rows = await fillPhone(openTab());
    for (const [name, kept] of rows) expect(kept, name).not.toEqual([]);
    const disk = newDisk();
    const old = await makeOld(disk, version, rows);
    const tables = old.tables.map(({ name }) => name);
    old.close();

    const store = openTab(disk);
    await openOrTell(store);
    expect(store.verno).toBe(LATEST);
    for (const name of tables) expect(await store.table(name).toArray(), name).toEqual(rows.get(name));
    expect((await listDrafts(store)).map((draft) => draft.recipientName)).toEqual(['Belum dikirim']);
    expect(await listVisits(store)).toMatchObject([{ delivery: 'kept', personal: { nik: NIK } }]);
    expect(await readSecret(await readDevice(store))).toMatch(/^.{22}$/);
    const [visit] = await listVisits(store);
    const sync = createSync({
      store,
      fetch: async (_url, init) => doneAnswer(init, visit ? [rowOf(visit.id)] : []),
      now: () => NOW_MS,
      locks: null,
    });
    expect(await sync.syncNow()).toEqual({ done: 1, refused: 0, changes: 1 });
    expect(await listVisits(store)).toMatchObject([{ delivery: 'known', row: { state: 'scheduled' } }]);
    store.close();
  });
});

describe('trouble with the database of a phone', () => {
  test('a database of a newer app is left alone, when it is opened and whenever it is used', async () => {
    const disk = newDisk();
    const first = openTab(disk);
    await book(first);
    first.close();
    const newer = new Dexie(disk.name, { indexedDB: disk.indexedDB, IDBKeyRange });
    for (const { version, stores } of MIGRATIONS) newer.version(version).stores({ ...stores });
    newer.version(LATEST + 1).stores({ coming: 'id' });
    await newer.table('coming').add({ id: 'of the newer app' });
    newer.close();

    const store = openTab(disk);
    expect(await troubleOf(openOrTell(store))).toBe('newer-version');
    expect(await troubleOf(listVisits(store))).toBe('newer-version');
    expect(await troubleOf(startDraft(store, NOW_MS))).toBe('newer-version');
    await newer.open();
    expect(await newer.table('coming').count()).toBe(1);
    expect(await newer.table('outbox').count()).toBe(1);
    newer.close();
  });

  test('an older tab that blocks the upgrade is reported, and once it is closed all data are there', async () => {
    const disk = newDisk();
    const old = await makeOld(disk, LATEST - 1, await fillPhone(openTab()));
    // This tab behaves as one whose page is frozen: it does not hear that it should close.
    old.on('versionchange', () => false);
    old.backendDB().onversionchange = null;
    const store = openTab(disk);
    expect(await troubleOf(openOrTell(store))).toBe('blocked');
    old.close();
    await store.open();
    expect(await listDrafts(store)).toHaveLength(1);
    store.close();
  });

  test('a tab that stayed open while a newer app came reports it, and not lost data', async () => {
    const disk = newDisk();
    const store = openTab(disk);
    await book(store);
    const newer = new Dexie(disk.name, { indexedDB: disk.indexedDB, IDBKeyRange });
    for (const { version, stores } of MIGRATIONS) newer.version(version).stores({ ...stores });
    newer.version(LATEST + 1).stores({ coming: 'id' });
    await newer.open();
    expect(await troubleOf(listVisits(store))).toBe('newer-version');
    expect(await troubleOf(listVisits(store))).toBe('newer-version');
    expect(await newer.table('outbox').count()).toBe(1);
    newer.close();
  });

  test('a database that the browser removed under an open page is not taken for an empty one', async () => {
    const disk = newDisk();
    const store = openTab(disk);
    await book(store);
    const removed = disk.indexedDB.deleteDatabase(disk.name);
    await new Promise((resolve) => removed.addEventListener('success', resolve));
    expect(await troubleOf(listVisits(store))).toBe('evicted');
    expect(await troubleOf(startDraft(store, NOW_MS))).toBe('evicted');
    // Opened again, the app begins with an empty database.
    const again = openTab(disk);
    await book(again);
    expect(await listVisits(again)).toHaveLength(1);
    again.close();
  });
});
