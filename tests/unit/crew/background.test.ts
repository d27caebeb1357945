import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { CrewCommand } from '../../../src/contract/staff/commands';
import type { StaffId } from '../../../src/domain/staff/role';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { CREW_STORE_PREFIX, type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { queueCrewCommand, UNDO_MS, undoCrewCommand } from '../../../src/offline/crew/queue-command';
import { type BackgroundOptions, sendCrewInBackground } from '../../../src/offline/crew/send-in-background';
import { makeId } from '../../../src/offline/store/engine/make-id';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import type { Locks } from '../../../src/offline/sync/hold-sender';
import { makeVisit, NOW_MS } from './make-sheet';

const OVER_MS = NOW_MS + UNDO_MS;

async function departed(store: CrewStore) {
  return queueCrewCommand(store, await makeVisit(), { name: 'start-travel' }, NOW_MS);
}

/**
 * A server under which `me` is signed in, or nobody if undefined; it keeps the commands that came and the
 * staff id they came under.
 */
function serverOf(me: StaffId | undefined, syncStatus = 200) {
  const sent: string[] = [];
  const people = new Set<string | null>();
  const asked: string[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push(url);
    expect(init.credentials).toBe('same-origin');
    if (me === undefined) return Response.json({}, { status: 401 });
    if (url === '/api/staff/me') return Response.json({ me: { id: me } });
    if (url !== '/api/staff/sync') throw new TypeError(url);
    if (syncStatus !== 200) return Response.json({}, { status: syncStatus });
    const { commands } = JSON.parse(String(init.body));
    people.add(new Headers(init.headers).get('mpp-staff-id'));
    sent.push(...commands.map(({ id }: CrewCommand) => id));
    const results = commands.map(({ id }: CrewCommand) => ({ id, outcome: 'done' }));
    const serverTime = new Date(NOW_MS).toISOString();
    return Response.json({ version: 1, serverTime, results, sheet: null, cursor: '1' });
  };
  return { fetch, sent, people, asked };
}

/**
 * Wakes the worker of a phone at a time that passes only while the worker waits; `onWait` does what a crew
 * member does meanwhile.
 */
function wake(options: BackgroundOptions, fromMs = OVER_MS, onWait = async () => {}) {
  let nowMs = fromMs;
  const waits: number[] = [];
  const work = sendCrewInBackground({
    locks: null,
    now: () => nowMs,
    wait: async (ms) => {
      waits.push(ms);
      nowMs += ms;
      await onWait();
    },
    ...options,
  });
  return { work, waits };
}

const namesOf =
  (...stores: CrewStore[]) =>
  () =>
    Promise.resolve(['mpp-mobile', ...stores.map(({ staffId }) => `${CREW_STORE_PREFIX}${staffId}`)]);
const openNew = () => openCrewStore(makeId<StaffId>());

test('sends what waits as the signed-in person, and nothing of another person of this phone', async () => {
  const [mine, theirs] = [openNew(), openNew()];
  const [id] = [await departed(mine), await departed(theirs)];
  const { fetch, sent, people } = serverOf(mine.staffId);
  const { work, waits } = wake({ fetch, listNames: namesOf(mine, theirs) });
  await work;
  expect(sent).toEqual([id]);
  expect([...people]).toEqual([mine.staffId]);
  expect(waits).toEqual([]);
  expect([await mine.outbox.count(), await theirs.outbox.count()]).toEqual([0, 1]);
});

test('waits for the minute in which a command can be undone', async () => {
  const store = openNew();
  const id = await departed(store);
  const { fetch, sent } = serverOf(store.staffId);
  const { work, waits } = wake({ fetch, listNames: namesOf(store) }, NOW_MS + 1, async () => {
    expect(sent).toEqual([]);
  });
  await work;
  expect(sent).toEqual([id]);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(UNDO_MS - 1);
});

test('never sends what was undone while it waited', async () => {
  const store = openNew();
  const id = await departed(store);
  const { fetch, sent, asked } = serverOf(store.staffId);
  const { work } = wake({ fetch, listNames: namesOf(store) }, NOW_MS + 1, async () => {
    await undoCrewCommand(store, id);
  });
  await work;
  expect(sent).toEqual([]);
  expect(asked).toEqual(['/api/staff/me']);
});

test('an ended session keeps everything until the next sign-in, and asks for no other attempt', async () => {
  const store = openNew();
  await departed(store);
  const { fetch, asked } = serverOf(undefined);
  await wake({ fetch, listNames: namesOf(store) }).work;
  expect(asked).toEqual(['/api/staff/me']);
  expect(await store.outbox.count()).toBe(1);
});

test.each([
  ['no answer at all', () => Promise.reject(new TypeError('no network'))],
  ['an answer of another shape', async () => Response.json({ me: 'x' })],
])('after %s, the browser is told to try again', async (_, fetch) => {
  const store = openNew();
  await departed(store);
  await expect(wake({ fetch, listNames: namesOf(store) }).work).rejects.toThrow('not sent');
  expect(await store.outbox.count()).toBe(1);
});

test('after a server error, the browser is told to try again', async () => {
  const store = openNew();
  await departed(store);
  const { fetch } = serverOf(store.staffId, 503);
  await expect(wake({ fetch, listNames: namesOf(store) }).work).rejects.toThrow('not sent');
  expect(await store.outbox.count()).toBe(1);
});

test('a phone on which no crew has worked asks the server nothing, and makes no database', async () => {
  const { fetch, asked } = serverOf(makeId<StaffId>());
  await wake({ fetch, listNames: async () => ['mpp-mobile'] }).work;
  expect(asked).toEqual([]);
  const other = openNew();
  const opened: string[] = [];
  const open = (staffId: StaffId) => {
    opened.push(staffId);
    return openCrewStore(staffId);
  };
  await wake({ fetch, open, listNames: namesOf(other) }).work;
  expect(opened).toEqual([]);
});

test('a page and the worker that send at the same time send once', async () => {
  const store = openNew();
  const id = await departed(store);
  let last: Promise<unknown> = Promise.resolve();
  const locks: Locks = {
    request: (_, run) => {
      const next = last.then(run);
      last = next.catch(() => undefined);
      return next;
    },
  };
  const { fetch, sent } = serverOf(store.staffId);
  const page = createCrewSync({ store, fetch, locks, now: () => OVER_MS });
  await Promise.all([page.syncNow(), wake({ fetch, locks, listNames: namesOf(store) }).work]);
  expect(sent).toEqual([id]);
});
