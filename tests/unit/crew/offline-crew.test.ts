import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { CrewCommand } from '../../../src/contract/staff/commands';
import type { RecordConflict, SheetVisit } from '../../../src/contract/staff/run-sheet';
import type { StaffId } from '../../../src/domain/staff/role';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { removeSheet } from '../../../src/offline/crew/leave-phone';
import {
  OtherWaitsError,
  queueCrewCommand,
  UNDO_MS,
  undoCrewCommand,
} from '../../../src/offline/crew/queue-command';
import { keepRecordDraft, readRecordDraft } from '../../../src/offline/crew/record-drafts';
import { EMPTY_RECORD } from '../../../src/offline/crew/record-form';
import { editRefusedRecord } from '../../../src/offline/crew/refused-commands';
import type { ShownSheet } from '../../../src/offline/crew/shown-sheet';
import { moveInOrder, readDeskOrder } from '../../../src/offline/crew/visit-order';
import { watchSheet } from '../../../src/offline/crew/watch-sheet';
import { makeId } from '../../../src/offline/store/engine/make-id';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { makeSheet, makeVisit, NOW_MS, TODAY } from './make-sheet';

type Sheet = ReturnType<typeof makeSheet>;
const RECORD = {
  name: 'record-visit',
  outcomes: [
    { service: 'kk', outcome: 'done', reason: '' },
    { service: 'ikd', outcome: 'declined', reason: 'Tidak punya HP' },
  ],
  lacking: [],
  nextVisit: 'not-needed',
  note: 'Rumah di belakang masjid',
} as unknown as Parameters<typeof queueCrewCommand>[2];
const DEPART = { name: 'start-travel' } as const;

const openNew = () => openCrewStore(makeId<StaffId>());

/**
 * A server that gives each command the result of `result` and sends this sheet; it keeps the commands that
 * came and the staff ids they came under.
 */
function answering(
  sheet: Sheet | null,
  result: (command: CrewCommand) => object = () => ({ outcome: 'done' }),
) {
  const seen: CrewCommand[] = [];
  const people: string[] = [];
  let cursor = 0;
  const fetch: Fetch = async (_, init) => {
    const { commands } = JSON.parse(String(init.body));
    seen.push(...commands);
    people.push(new Headers(init.headers).get('mpp-staff-id') ?? '');
    cursor += 1;
    return Response.json({
      version: 1,
      serverTime: new Date(NOW_MS).toISOString(),
      results: commands.map((command: CrewCommand) => ({ id: command.id, ...result(command) })),
      sheet,
      cursor: String(cursor),
    });
  };
  return { fetch, seen, people };
}

const syncWith = (store: CrewStore, fetch: Fetch, nowMs: number) =>
  createCrewSync({ store, fetch, now: () => nowMs, locks: null }).syncNow();

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

async function storeWith(...visits: SheetVisit[]): Promise<CrewStore> {
  const store = openNew();
  await syncWith(store, answering(makeSheet(visits)).fetch, NOW_MS);
  return store;
}

test('a command shows at once, waits its minute, and is then sent once under the name of its author', async () => {
  const visit = await makeVisit();
  const store = await storeWith(visit);
  await Promise.all([1, 2].map(() => queueCrewCommand(store, visit, DEPART, NOW_MS)));
  const shown = (await readShown(store))?.days[0]?.visits[0];
  expect(shown).toMatchObject({ state: 'departed', pending: [{ canUndo: true }] });

  const { fetch, seen, people } = answering(makeSheet([await makeVisit({ state: 'departed' })]));
  await syncWith(store, fetch, NOW_MS + UNDO_MS - 1);
  expect(seen).toEqual([]);
  // The app was closed meanwhile, so another sender runs at the next wake.
  await syncWith(store, fetch, NOW_MS + UNDO_MS);
  expect(seen).toHaveLength(1);
  expect(new Set(people)).toEqual(new Set([store.staffId]));
  expect((await readShown(store))?.days[0]?.visits[0]).toMatchObject({ state: 'departed', pending: [] });
});

test('an undone command is never sent, and an undone record is a draft again', async () => {
  const visit = await makeVisit({ state: 'arrived' });
  const store = await storeWith(visit);
  await keepRecordDraft(store, visit.id, { ...EMPTY_RECORD, note: 'setengah' });
  const id = await queueCrewCommand(store, visit, RECORD, NOW_MS);
  expect(await readRecordDraft(store, visit.id)).toEqual(EMPTY_RECORD);
  expect(await undoCrewCommand(store, id)).toBe(true);
  expect(await readRecordDraft(store, visit.id)).toMatchObject({
    note: 'Rumah di belakang masjid',
    outcomes: { ikd: { outcome: 'declined', reason: 'Tidak punya HP' } },
  });
  const { fetch, seen } = answering(null);
  await syncWith(store, fetch, NOW_MS + UNDO_MS);
  expect(seen).toEqual([]);
});

test('a command that has left this phone, or has a later command after it, is not undone', async () => {
  const visit = await makeVisit();
  const store = await storeWith(visit);
  const departed = await queueCrewCommand(store, visit, DEPART, NOW_MS);
  const noted = await queueCrewCommand(store, visit, { name: 'add-note', text: 'Macet' }, NOW_MS);
  expect(await undoCrewCommand(store, departed)).toBe(false);
  expect(await undoCrewCommand(store, noted)).toBe(true);
  await syncWith(store, () => Promise.reject(new TypeError('lost')), NOW_MS + UNDO_MS);
  expect(await undoCrewCommand(store, departed)).toBe(false);
});

test('after any loss and repetition, every command is sent in order and nothing waits', async () => {
  const visits = await Promise.all([1, 2, 3].map((position) => makeVisit({ position })));
  const store = await storeWith(...visits);
  for (const visit of visits) {
    await queueCrewCommand(store, visit, DEPART, NOW_MS);
    await queueCrewCommand(
      store,
      visit,
      { name: 'arrive-at-home', proof: { kind: 'none', reason: 'x' } },
      NOW_MS,
    );
    await queueCrewCommand(store, visit, RECORD, NOW_MS);
  }
  const { fetch, seen } = answering(makeSheet(visits));
  const fates = ['lost-after', 'lost-before', 'twice', 'lost-after', 'portal'];
  const badFetch: Fetch = async (url, init) => {
    const fate = fates.shift();
    if (fate === 'lost-before') throw new TypeError('lost on the way to the server');
    if (fate === 'portal') return new Response('<html>');
    if (fate === 'twice') await fetch(url, init);
    const answer = await fetch(url, init);
    if (fate === 'lost-after') throw new TypeError('lost on the way back');
    return answer;
  };
  for (let turn = 0; turn < 8; turn += 1) await syncWith(store, badFetch, NOW_MS + UNDO_MS);
  expect(fates).toEqual([]);
  for (const { id } of visits) {
    const names = seen.filter(({ bookingId }) => bookingId === id).map(({ name }) => name);
    expect([...new Set(names)]).toEqual(['start-travel', 'arrive-at-home', 'record-visit']);
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(9);
  expect(await store.outbox.count()).toBe(0);
});

test('what one person recorded stays theirs: another person on the phone sends and reads none of it', async () => {
  const visit = await makeVisit();
  const mine = await storeWith(visit);
  await queueCrewCommand(mine, visit, DEPART, NOW_MS);
  await removeSheet(mine);

  const other = openNew();
  const { fetch, seen } = answering(makeSheet([]));
  await syncWith(other, fetch, NOW_MS + UNDO_MS);
  expect(seen).toEqual([]);
  expect((await readShown(other))?.days.flatMap((day) => day.visits)).toEqual([]);

  // Once the first person signs in again, the sheet is read again and the record is sent.
  expect(await readShown(mine)).toBeUndefined();
  const again = answering(makeSheet([visit]));
  await syncWith(mine, again.fetch, NOW_MS + UNDO_MS);
  expect(again.seen).toHaveLength(1);
});

test('no row holds a name, an address or a reason in plain text', async () => {
  const visit = await makeVisit({ state: 'arrived' });
  const store = await storeWith(visit);
  await keepRecordDraft(store, visit.id, { ...EMPTY_RECORD, note: 'Rumah di belakang masjid' });
  await queueCrewCommand(store, visit, { name: 'add-note', text: 'Rumah di belakang masjid' }, NOW_MS);
  const rows = await Promise.all(store.tables.map((table) => table.toArray()));
  const texts = rows.flat(2).map((row) => JSON.stringify(row, (_, value) => readable(value)));
  expect(texts.length).toBeGreaterThanOrEqual(4);
  expect(texts.join()).not.toMatch(/Siti|Jalan|mushala|masjid|81234567890/);
});

/** Turns bytes into the letters that they would be. */
function readable(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
  return ArrayBuffer.isView(value) ? '' : value;
}

test('a refused record is set aside with its reason, and can be edited', async () => {
  const visit = await makeVisit({ state: 'arrived' });
  const store = await storeWith(visit);
  const id = await queueCrewCommand(store, visit, RECORD, NOW_MS);
  const problem = { type: 'urn:x', title: 'x', status: 422, code: 'record-not-valid' };
  const { fetch } = answering(makeSheet([visit]), () => ({ outcome: 'refused', problem }));
  await syncWith(store, fetch, NOW_MS + UNDO_MS);
  const shown = (await readShown(store))?.days[0]?.visits[0];
  expect(shown).toMatchObject({
    state: 'arrived',
    pending: [],
    refused: [{ problem, number: visit.number }],
  });
  await editRefusedRecord(store, id);
  expect(await readRecordDraft(store, visit.id)).toMatchObject({ note: 'Rumah di belakang masjid' });
});

test('a visit that the desk rescheduled takes nothing with it: its commands and its conflict are shown apart', async () => {
  const visit = await makeVisit();
  const store = await storeWith(visit);
  await queueCrewCommand(store, visit, DEPART, NOW_MS);
  const conflict = { recordId: makeId(), bookingId: visit.id, number: visit.number, why: 'moved', at: '' };
  const conflicts = [{ ...conflict, at: new Date(NOW_MS).toISOString() } as RecordConflict];
  await syncWith(store, answering(makeSheet([], { conflicts })).fetch, NOW_MS);
  const unlisted = (await readShown(store))?.unlisted;
  expect(unlisted).toMatchObject({
    pending: [{ recipientName: 'Siti Contoh' }],
    conflicts: [{ why: 'moved' }],
  });
});

test('the order chosen on this phone survives new sheets, with a new visit where the desk put it', async () => {
  const [a, b] = await Promise.all([makeVisit({ position: 1 }), makeVisit({ position: 2 })]);
  const store = await storeWith(a, b);
  await moveInOrder(store, a.scheduled.date, [a.id, b.id], b.id, -1);
  const late = await makeVisit({ position: 3 });
  await syncWith(store, answering(makeSheet([a, b, late])).fetch, NOW_MS);
  const today = (await readShown(store))?.days.find(({ date }) => date === TODAY);
  expect(today?.visits.map(({ id }) => id)).toEqual([b.id, late.id, a.id]);
});

test('the desk’s new order replaces the one chosen on this phone, and is marked as new until it was read', async () => {
  const [a, b] = await Promise.all([makeVisit({ position: 1 }), makeVisit({ position: 2 })]);
  const store = await storeWith();
  const sheetOf = (revision: number, first: SheetVisit, second: SheetVisit) =>
    makeSheet(
      [
        { ...first, position: 1 },
        { ...second, position: 2 },
      ],
      {
        orders: [{ date: a.scheduled.date, revision }],
      },
    );
  const today = async () => (await readShown(store))?.days.find(({ date }) => date === TODAY);
  const ids = async () => (await today())?.visits.map(({ id }) => id);
  await syncWith(store, answering(sheetOf(1, a, b)).fetch, NOW_MS);
  expect((await today())?.isNewlyOrdered, 'the first sheet is no change').toBe(false);
  await moveInOrder(store, a.scheduled.date, [a.id, b.id], b.id, -1);
  await syncWith(store, answering(sheetOf(1, a, b)).fetch, NOW_MS);
  expect(await ids(), 'the phone keeps its own order as long as the desk changes nothing').toEqual([
    b.id,
    a.id,
  ]);
  await syncWith(store, answering(sheetOf(2, a, b)).fetch, NOW_MS);
  expect(await ids()).toEqual([a.id, b.id]);
  expect((await today())?.isNewlyOrdered).toBe(true);
  await syncWith(store, answering(sheetOf(2, a, b)).fetch, NOW_MS);
  expect((await today())?.isNewlyOrdered, 'the new order is still not read').toBe(true);
  await readDeskOrder(store, a.scheduled.date);
  expect((await today())?.isNewlyOrdered).toBe(false);
  await moveInOrder(store, a.scheduled.date, [a.id, b.id], b.id, -1);
  expect(await ids()).toEqual([b.id, a.id]);
});

test('the app is told when the server accepts no more from this person, and every record stays', async () => {
  const visit = await makeVisit();
  const store = await storeWith(visit);
  await queueCrewCommand(store, visit, DEPART, NOW_MS);
  let isShut = false;
  const problem = { type: 'urn:x', title: 'x', status: 401, code: 'sign-in-needed' };
  const sync = createCrewSync({
    store,
    fetch: async () => Response.json(problem, { status: 401 }),
    now: () => NOW_MS + UNDO_MS,
    locks: null,
    onShut: () => {
      isShut = true;
    },
  });
  await sync.syncNow();
  expect(isShut).toBe(true);
  expect(await store.outbox.count()).toBe(1);
});

test('the sheet is asked for each minute, because nothing else tells a crew that a visit was rescheduled', async () => {
  const store = await storeWith(await makeVisit());
  const { fetch } = answering(makeSheet([]));
  const sync = createCrewSync({ store, fetch, now: () => NOW_MS, random: () => 0.999_999, locks: null });
  const next = new Promise<number>((resolve) => {
    sync.watchState(({ isSending, nextTryAtMs }) => {
      if (!isSending && nextTryAtMs !== undefined) resolve(nextTryAtMs);
    });
  });
  sync.start();
  expect((await next) - NOW_MS).toBe(60_000);
  sync.stop();
  expect((await readShown(store))?.days.flatMap(({ visits }) => visits)).toEqual([]);
});

test('a record typed in one window is not taken for the other one that a second window kept', async () => {
  const visit = await makeVisit({ state: 'arrived' });
  const store = await storeWith(visit);
  const id = await queueCrewCommand(store, visit, RECORD, NOW_MS);
  expect(await queueCrewCommand(store, visit, { ...RECORD }, NOW_MS + 1)).toBe(id);
  await keepRecordDraft(store, visit.id, { ...EMPTY_RECORD, note: 'Lain' });
  const other = queueCrewCommand(store, visit, { ...RECORD, note: 'Lain' } as typeof RECORD, NOW_MS + 2);
  await expect(other).rejects.toBeInstanceOf(OtherWaitsError);
  expect(await readRecordDraft(store, visit.id)).toMatchObject({ note: 'Lain' });
  expect(await store.outbox.count()).toBe(1);
});
