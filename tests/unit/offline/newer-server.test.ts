import { describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { BookingRow } from '../../../src/contract/booking-row';
import { parseCityConfig, readCityConfig } from '../../../src/contract/city-config';
import { parseAvailability, parseProblem, parseSyncResponse } from '../../../src/contract/parse-answer';
import { parseStaffSync } from '../../../src/contract/staff/parse-run-sheet';
import type { BookingId } from '../../../src/domain/booking/booking';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { makeSheet, makeVisit } from '../crew/make-sheet';
import { book, doneAnswer, NOW_MS, openTab, rowOf } from './make-phone';

const FUTURE = 'from-the-future';
const AT = '2026-11-23T02:00:00.000Z';
const COMMAND = '018f0000-0000-7000-8000-0000000000c1';
const BOOKING = '018f0000-0000-7000-8000-0000000000b1' as BookingId;
const OTHER = '018f0000-0000-7000-8000-0000000000b2' as BookingId;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The paths of all values for which `holds`, the outermost first. */
function pathsOf(value: Json, holds: (value: Json) => boolean, path: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item: Json, at) => pathsOf(item, holds, [...path, at]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, holds, [...path, key]))
      : [];
  return [...(holds(value) ? [path] : []), ...inner];
}

function changeAt(value: Json, [key, ...rest]: Path, change: (value: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item: Json, at) => (at === key ? changeAt(item, rest, change) : item));
  }
  if (!isObject(value)) throw new Error('no such path');
  return { ...value, [key]: changeAt(value[key] ?? null, rest, change) };
}

/** Objects whose keys are data. */
const KEYED = new Set<unknown>(['answers', 'onWeekday']);

/** The value once for each object in it, which then has a member that no app knows. */
function withStrangers(value: Json): Json[] {
  const paths = pathsOf(value, isObject).filter((path) => !KEYED.has(path.at(-1)));
  return paths.map((path) =>
    changeAt(value, path, (object) => ({ ...(isObject(object) ? object : {}), [FUTURE]: { [FUTURE]: 1 } })),
  );
}

const isWord = (value: Json) => typeof value === 'string';

const full: BookingRow = rowOf(BOOKING, {
  state: 'closed',
  waiting: {
    place: 3,
    alternatives: [{ date: '2026-11-24', window: 'pagi', start: '08:00', end: '11:30' }] as never,
    readAt: AT,
  },
  preferences: [{ date: '2026-11-24', window: 'pagi' }] as never,
  visit: {
    closedAt: AT,
    outcomes: [{ service: 'kk', outcome: 'done', reason: '' }] as never,
    lacking: ['kk'] as never,
    nextVisit: 'wanted',
  },
  isReferred: true,
  cancelled: { by: 'desk', reason: '' },
});
const problem = { type: 'urn:mpp-mobile:problem:window-full', title: 'x', status: 409, code: 'window-full' };
const answer = jsonOf({
  version: 1,
  serverTime: AT,
  results: [
    { id: COMMAND, outcome: 'refused', problem },
    { id: COMMAND.replace('c1', 'c2'), outcome: 'done' },
  ],
  changes: [full, rowOf(OTHER)],
  callbacks: [{ id: BOOKING, state: 'waiting', revision: 1, promisedBy: AT, changedAt: AT }],
  cursor: '7',
  more: false,
});
const ITEMS = new Set(['results', 'changes', 'callbacks']);

describe("a newer server's answer to a resident's phone", () => {
  const words = pathsOf(answer, isWord).filter(([list]) => ITEMS.has(String(list)));

  test('has words at every place that a row and a result have', () => {
    expect(words.length).toBeGreaterThan(35);
  });

  test.each(words.map((path) => [path.join('.'), path] as const))(
    'is read although %s is a word from the future',
    (_, path) => {
      const read = parseSyncResponse(changeAt(answer, path, () => FUTURE));
      expect(read).toBeDefined();
      // The other row and the other result are read in any case.
      const isFirst = path[0] === 'changes' && path[1] === 0;
      expect(read?.changes.map(({ id }) => id)).toContain(isFirst ? OTHER : BOOKING);
      const isResult = path[0] === 'results' && path[1] === 0;
      expect(read?.results.map(({ id }) => id)).toContain(isResult ? COMMAND.replace('c1', 'c2') : COMMAND);
      expect((read?.changes.length ?? 0) + (read?.unread.length ?? 0)).toBe(2);
    },
  );

  test('is read whole although any object has a member that this app does not know', () => {
    const plain = parseSyncResponse(answer);
    expect(plain?.unread).toEqual([]);
    const strangers = withStrangers(answer);
    expect(strangers.length).toBeGreaterThan(10);
    for (const stranger of strangers) expect(parseSyncResponse(stranger)).toEqual(plain);
  });

  test('reads a refusal for an unknown reason as a refusal, and an unknown outcome as one to ask for again', () => {
    const code = changeAt(answer, ['results', 0, 'problem', 'code'], () => FUTURE);
    expect(parseSyncResponse(code)?.results[0]).toMatchObject({
      outcome: 'refused',
      problem: { code: 'problem-unknown', status: 409 },
    });
    const outcome = changeAt(answer, ['results', 0, 'outcome'], () => FUTURE);
    expect(parseSyncResponse(outcome)?.results).toContainEqual({
      id: COMMAND,
      outcome: 'retry',
      retryAfterSeconds: 3_600,
    });
    expect(parseProblem({ ...problem, code: FUTURE, help: FUTURE })?.code).toBe('problem-unknown');
  });

  test('a page of something else is no answer', () => {
    for (const body of ['<html>', null, [], {}, { ...(answer as object), cursor: 7 }]) {
      expect(parseSyncResponse(body)).toBeUndefined();
    }
  });
});

describe('a visit in a state that this app does not know', () => {
  test('stays as it was, says so, and is read once the app knows the state', async () => {
    const store = openTab();
    const { id } = await book(store);
    let changes: unknown[] = [rowOf(id)];
    const fetch: Fetch = async (_url, init) => doneAnswer(init, changes as BookingRow[]);
    const sync = createSync({ store, fetch, now: () => NOW_MS, random: () => 0, locks: null });
    await sync.syncNow();
    changes = [{ ...rowOf(id, { revision: 2 }), state: FUTURE }, rowOf(OTHER)];
    await sync.syncNow();
    const shown = async () => (await listVisits(store)).find((visit) => visit.id === id);
    expect(await shown()).toMatchObject({ hasUnread: true, row: { revision: 1, state: 'scheduled' } });
    expect((await listVisits(store)).map((visit) => visit.id)).toContain(OTHER);
    // The app is updated: what it now knows was kept, and nothing has changed on the server since.
    const key = `unread:${id}` as const;
    await store.meta.put({ key, row: rowOf(id, { revision: 2, state: 'departed' }) });
    changes = [];
    await sync.syncNow();
    expect(await shown()).toMatchObject({ row: { revision: 2, state: 'departed' } });
    expect((await shown())?.hasUnread).toBeUndefined();
    expect(await store.meta.get(key)).toBeUndefined();
  });

  test('is forgotten once a later row can be read', async () => {
    const store = openTab();
    const { id } = await book(store);
    let row: unknown = { ...rowOf(id, { revision: 2 }), state: FUTURE };
    const fetch: Fetch = async (_url, init) => doneAnswer(init, [row as BookingRow]);
    const sync = createSync({ store, fetch, now: () => NOW_MS, random: () => 0, locks: null });
    await sync.syncNow();
    expect((await listVisits(store))[0]).toMatchObject({ hasUnread: true });
    row = rowOf(id, { revision: 3, state: 'closed' });
    await sync.syncNow();
    const [visit] = await listVisits(store);
    expect(visit).toMatchObject({ row: { revision: 3, state: 'closed' } });
    expect(visit?.hasUnread).toBeUndefined();
    expect(await store.meta.get(`unread:${id}`)).toBeUndefined();
  });
});

describe("a newer server's other answers", () => {
  test('a sheet keeps every visit that can be read, and counts the others', async () => {
    const visits = [await makeVisit(), await makeVisit({ number: '10000025', name: 'Joko Contoh' })];
    const body = jsonOf({
      version: 1,
      serverTime: AT,
      results: [{ id: COMMAND, outcome: 'refused', problem: { ...problem, code: FUTURE } }],
      sheet: makeSheet(visits),
      cursor: '7',
    });
    const plain = parseStaffSync(body);
    expect(plain?.sheet).toMatchObject({
      unread: 0,
      visits: [{ number: '10000017' }, { number: '10000025' }],
    });
    expect(plain?.results).toMatchObject([{ problem: { code: 'problem-unknown' } }]);
    const words = pathsOf(body, isWord).filter(([, list, at]) => list === 'visits' && at === 0);
    expect(words.length).toBeGreaterThan(15);
    for (const path of words) {
      const read = parseStaffSync(changeAt(body, path, () => FUTURE))?.sheet;
      expect(read?.visits.at(-1)?.number, path.join('.')).toBe('10000025');
      expect((read?.visits.length ?? 0) + (read?.unread ?? 0), path.join('.')).toBe(2);
    }
    for (const stranger of withStrangers(body)) expect(parseStaffSync(stranger)).toEqual(plain);
  });

  test('free windows and the configuration are read without the members that this app does not know', () => {
    const windows = [{ date: '2026-11-24', window: 'pagi', start: '08:00', end: '11:30', room: true }];
    const availability = jsonOf({ readAt: AT, windows });
    const plain = parseAvailability(availability);
    for (const stranger of withStrangers(availability)) expect(parseAvailability(stranger)).toEqual(plain);
    const { settings, catalogue } = metro;
    const small = {
      settings,
      catalogue: { ...catalogue, services: catalogue.services.slice(0, 2), referrals: [], packages: [] },
    };
    const config = jsonOf(small);
    const known = parseCityConfig(config);
    expect(known).toBeDefined();
    for (const stranger of withStrangers(config)) {
      expect(parseCityConfig(stranger)).toBeUndefined();
      expect(readCityConfig(stranger)).toEqual(known);
    }
    expect(readCityConfig({ ...(config as object), settings: {} })).toBeUndefined();
  });
});
