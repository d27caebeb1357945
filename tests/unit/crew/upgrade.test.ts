import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { CrewCommand } from '../../../src/contract/staff/commands';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { CREW_MIGRATIONS } from '../../../src/offline/crew/crew-migrations';
import type { CrewStore } from '../../../src/offline/crew/crew-store';
import { queueCrewCommand, UNDO_MS } from '../../../src/offline/crew/queue-command';
import { readRecordDraft } from '../../../src/offline/crew/record-drafts';
import type { ShownSheet } from '../../../src/offline/crew/shown-sheet';
import { watchSheet } from '../../../src/offline/crew/watch-sheet';
import { openOrTell } from '../../../src/offline/store/engine/phone-store';
import { storeTrouble } from '../../../src/offline/store/engine/store-trouble';
import { makeVisit, NOW_MS } from './make-sheet';
import { fillCrewPhone, freeze, LATEST, makeOther, openTab } from './old-phone';

const VERSIONS = CREW_MIGRATIONS.map(({ version }) => version);
const rows = await fillCrewPhone();

function troubleOf(work: Promise<unknown>) {
  return work.then(
    () => 'none',
    (error: unknown) => storeTrouble(error),
  );
}

function readShown(store: CrewStore): Promise<ShownSheet | undefined> {
  return new Promise((resolve, reject) => {
    const stop = watchSheet(
      store,
      (sheet) => {
        stop();
        resolve(sheet);
      },
      reject,
    );
  });
}

async function depart(store: CrewStore): Promise<unknown> {
  return queueCrewCommand(store, await makeVisit(), { name: 'start-travel' }, NOW_MS);
}

const visitsOf = (sheet: ShownSheet | undefined) => sheet?.days.flatMap(({ visits }) => visits) ?? [];

test('the phone of these tests has rows in every table', () => {
  for (const [name, kept] of rows) expect(kept, name).not.toEqual([]);
  expect(rows.size).toBe(new Set(CREW_MIGRATIONS.flatMap(({ stores }) => Object.keys(stores))).size);
});

describe("upgrading a crew's phone", () => {
  test.each(VERSIONS)('from version %i loses nothing, and sends what waits', async (version) => {
    const disk = new IDBFactory();
    const old = await makeOther(disk, version, rows);
    const tables = old.tables.map(({ name }) => name);
    expect(tables).toContain('outbox');
    old.close();

    const store = openTab(disk);
    await openOrTell(store);
    expect(store.verno).toBe(LATEST);
    for (const name of tables) expect(await store.table(name).toArray(), name).toEqual(rows.get(name));
    // The new tables work at once.
    expect(await store.photos.count()).toBe(tables.includes('photos') ? 1 : 0);
    const sheet = await readShown(store);
    const [second, first] = visitsOf(sheet);
    expect([first?.number, second?.number], 'in the order of the crew').toEqual(['10000017', '10000025']);
    expect(first).toMatchObject({ state: 'departed', pending: [{ command: { name: 'start-travel' } }] });
    expect(second).toMatchObject({ refused: [{ command: { text: 'Ditolak' } }] });
    if (second === undefined) throw new Error('no visit');
    expect(await readRecordDraft(store, second.id)).toMatchObject({ note: 'setengah' });

    const sent: CrewCommand[] = [];
    const sync = createCrewSync({
      store,
      fetch: async (url, init) => {
        if (!url.endsWith('/sync')) return Response.json({}, { status: 503 });
        const { commands } = JSON.parse(String(init.body));
        sent.push(...commands);
        const results = commands.map(({ id }: CrewCommand) => ({ id, outcome: 'done' }));
        const serverTime = new Date(NOW_MS).toISOString();
        return Response.json({ version: 1, serverTime, results, sheet: null, cursor: '8' });
      },
      now: () => NOW_MS + UNDO_MS,
      locks: null,
    });
    expect(await sync.syncNow()).toMatchObject({ done: 1, refused: 0 });
    expect(sent.map(({ name }) => name)).toEqual(['start-travel']);
    store.close();
  });
});

describe("trouble with the database of a crew's phone", () => {
  test('a database of a newer app is left alone, when it is opened and whenever it is used', async () => {
    const disk = new IDBFactory();
    const newer = await makeOther(disk, LATEST + 1, rows, 'coming');
    await newer.table('coming').add({ id: 'of the newer app' });
    newer.close();
    const store = openTab(disk);
    expect(await troubleOf(openOrTell(store))).toBe('newer-version');
    expect(await troubleOf(depart(store))).toBe('newer-version');
    await newer.open();
    expect(await newer.table('coming').count()).toBe(1);
    expect(await newer.table('outbox').toArray()).toEqual(rows.get('outbox'));
    newer.close();
  });

  test('an older tab that blocks the upgrade is reported, and once it is closed all data are there', async () => {
    const disk = new IDBFactory();
    const old = await makeOther(disk, LATEST - 1, rows);
    freeze(old);
    const store = openTab(disk);
    expect(await troubleOf(openOrTell(store))).toBe('blocked');
    old.close();
    await store.open();
    expect(visitsOf(await readShown(store))).toHaveLength(2);
    store.close();
  });

  test('a tab that stayed open while a newer app came reports it', async () => {
    const disk = new IDBFactory();
    const first = await makeOther(disk, LATEST, rows);
    first.close();
    const store = openTab(disk);
    expect(visitsOf(await readShown(store))).toHaveLength(2);
    const newer = await makeOther(disk, LATEST + 1, new Map(), 'coming');
    expect(await troubleOf(depart(store))).toBe('newer-version');
    expect(await newer.table('outbox').toArray()).toEqual(rows.get('outbox'));
    newer.close();
  });
});
