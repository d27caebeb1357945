import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CommandId } from '../../../src/contract/scalars';
import type { StaffId } from '../../../src/domain/staff/role';
import { applyCrewSync } from '../../../src/offline/crew/apply-crew-sync';
import { readCrewKey } from '../../../src/offline/crew/crew-key';
import { CREW_MIGRATIONS } from '../../../src/offline/crew/crew-migrations';
import { type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { keepOwnPhoto } from '../../../src/offline/crew/own-photos';
import { queueCrewCommand } from '../../../src/offline/crew/queue-command';
import { keepRecordDraft } from '../../../src/offline/crew/record-drafts';
import { EMPTY_RECORD } from '../../../src/offline/crew/record-form';
import { moveInOrder } from '../../../src/offline/crew/visit-order';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { makeSheet, makeVisit, NOW_MS, TODAY } from './make-sheet';

export const LATEST = Math.max(...CREW_MIGRATIONS.map(({ version }) => version));
const STAFF_ID = makeId<StaffId>();

type Row = Record<string, unknown>;
type Rows = ReadonlyMap<string, readonly Row[]>;

/** Opens a tab of the crew's phone whose data are on `disk`. */
export function openTab(disk: IDBFactory = new IDBFactory()): CrewStore {
  return openCrewStore(STAFF_ID, { indexedDB: disk, IDBKeyRange });
}

/**
 * Returns all rows of a phone with something in every table, written by the product's own code: a sheet in
 * the crew's order, a waiting departure, a half-filled record, a note that the server refused, photos of the
 * sheet and a photo of the crew.
 */
export async function fillCrewPhone(): Promise<Rows> {
  const store = openTab();
  const visits = await Promise.all(['10000017', '10000025'].map((number) => makeVisit({ number })));
  const [first, second] = visits;
  if (first === undefined || second === undefined) throw new Error('no visits');
  const key = await readCrewKey(store);
  const answer = (results: object[]) =>
    ({ results, sheet: makeSheet(visits), cursor: '7' }) as unknown as Parameters<typeof applyCrewSync>[2];
  await applyCrewSync(store, key, answer([]), NOW_MS);
  const refused = await queueCrewCommand(store, second, { name: 'add-note', text: 'Ditolak' }, NOW_MS);
  const problem = { type: 'urn:x', title: 'x', status: 409, code: 'booking-not-yours' };
  await applyCrewSync(store, key, answer([{ id: refused, outcome: 'refused', problem }]), NOW_MS);
  const done = await queueCrewCommand(store, second, { name: 'add-note', text: 'Sampai' }, NOW_MS);
  await applyCrewSync(store, key, answer([{ id: done, outcome: 'done' }]), NOW_MS);
  await queueCrewCommand(store, first, { name: 'start-travel' }, NOW_MS);
  await keepRecordDraft(store, second.id, { ...EMPTY_RECORD, note: 'setengah' });
  await moveInOrder(
    store,
    TODAY as never,
    visits.map(({ id }) => id),
    second.id,
    -1,
  );
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
  await keepOwnPhoto(store, first, { bytes, kind: 'papers', consentedAtMs: NOW_MS }, NOW_MS);
  const [own] = await store.ownPhotos.toArray();
  if (own === undefined) throw new Error('no photo');
  await store.photos.put({ bookingId: second.id, photo: own.photo, sealed: own.sealed });
  await store.meta.put({ key: 'lease', owner: makeId<CommandId>(), expiresAtMs: NOW_MS });
  const tables = await Promise.all(
    store.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  store.close();
  return new Map(tables);
}

/**
 * Opens the app as it was at `version`, with these rows in the tables that it had and, if `more` is given,
 * one more table. The caller closes it.
 */
export async function makeOther(
  disk: IDBFactory,
  version: number,
  rows: Rows,
  more?: string,
): Promise<Dexie> {
  const other = new Dexie(`mpp-crew-${STAFF_ID}`, { indexedDB: disk, IDBKeyRange });
  for (const migration of CREW_MIGRATIONS) {
    if (migration.version <= version) other.version(migration.version).stores({ ...migration.stores });
  }
  if (more !== undefined) other.version(version).stores({ [more]: 'id' });
  await other.open();
  for (const table of other.tables) await table.bulkAdd([...(rows.get(table.name) ?? [])]);
  return other;
}

/** Makes a tab behave as one whose page is frozen: it does not hear that it should close. */
export function freeze(tab: Dexie): void {
  tab.on('versionchange', () => false);
  tab.backendDB().onversionchange = null;
}
