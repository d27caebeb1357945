import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StaffId } from '../../../src/domain/staff/role';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { openCrewStore } from '../../../src/offline/crew/crew-store';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { createSync } from '../../../src/offline/sync/create-sync';
import { type Fetch, fetchInTime } from '../../../src/offline/sync/fetch-in-time';
import { createPatience, LONGEST_MS } from '../../../src/offline/sync/patience';
import { makeSheet, NOW_MS as SHEET_NOW_MS } from '../crew/make-sheet';
import { askedOf, book, doneAnswer, NOW_MS, newDisk, openTab, rowOf } from './make-phone';

const locks = { request: <Result>(_name: string, run: () => Promise<Result>) => run() };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A network where each answer takes `ms`; the server acts on a request even where nobody waits any more. */
function slow(ms: number, answer: (init: RequestInit) => Response) {
  const asked: RequestInit[] = [];
  const fetch: Fetch = (_url, init) => {
    asked.push(init);
    const response = answer(init);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(response), ms);
      init.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new DOMException('given up', 'AbortError'));
      });
    });
  };
  return { fetch, asked };
}

/** Lets time pass in steps of a second until the work is done; the database works in between. */
async function pass<Result>(work: Promise<Result>): Promise<{ result: Result; seconds: number }> {
  let end: { result: Result } | undefined;
  void work.then((result) => {
    end = { result };
  });
  for (let seconds = 0; ; seconds += 1) {
    for (let turn = 0; turn < 300 && end === undefined; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (end !== undefined) return { result: end.result, seconds };
    if (seconds > 300) throw new Error('the work never ends');
    vi.advanceTimersByTime(1_000);
  }
}

const never = () => new Response('{}');

describe('the time that an answer may take', () => {
  test('doubles to 60 s, and tells slow from none', async () => {
    const patience = createPatience();
    const seen: [string | undefined, number][] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const ask = fetchInTime(slow(90_000, never).fetch, '/api', {}, { patience });
      const { result, seconds } = await pass(ask);
      seen.push([result.status === undefined ? result.why : 'answer', seconds]);
    }
    expect(seen).toEqual([
      ['slow', 10],
      ['slow', 20],
      ['slow', 40],
      ['offline', 60],
      ['offline', 60],
    ]);
  });

  test('follows the answers, and shrinks again on a quick network', async () => {
    const patience = createPatience();
    patience.noteTimeout(10_000);
    expect(patience.allow()).toBe(20_000);
    const ask = fetchInTime(slow(12_000, never).fetch, '/api', {}, { patience });
    expect((await pass(ask)).result).toMatchObject({ status: 200 });
    expect(patience.allow()).toBeGreaterThanOrEqual(36_000);
    await pass(fetchInTime(slow(0, never).fetch, '/api', {}, { patience }));
    expect(patience.allow()).toBe(10_000);
    expect(patience.allow(25_000)).toBe(25_000);
    expect(patience.allow(10 * LONGEST_MS)).toBe(LONGEST_MS);
  });

  test('is not used up where nobody is reached at all', async () => {
    const patience = createPatience();
    const none: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { result } = await pass(fetchInTime(none, '/api', {}, { patience }));
    expect([result, patience.allow()]).toEqual([{ status: undefined, why: 'offline' }, 10_000]);
  });
});

test('where each answer takes 12 s, a request is known after the second try', async () => {
  const store = openTab({ ...newDisk(), name: makeId() });
  const { id } = await book(store);
  const { fetch, asked } = slow(12_000, (init) => doneAnswer(init, [rowOf(id)]));
  const sync = createSync({ store, fetch, now: () => NOW_MS, locks });
  const first = await pass(sync.syncNow());
  expect(first.result.failure).toBe('slow');
  const second = await pass(sync.syncNow());
  expect(second.result).toEqual({ done: 1, refused: 0, changes: 1 });
  expect(asked.map((init) => askedOf(init).commands.map(({ bookingId }) => bookingId))).toEqual([[id], [id]]);
  expect(await listVisits(store)).toMatchObject([{ delivery: 'known', row: { state: 'scheduled' } }]);
});

test("a crew's sheet arrives over the same network", async () => {
  const store = openCrewStore(makeId<StaffId>());
  const { fetch } = slow(55_000, () =>
    Response.json({
      version: 1,
      serverTime: new Date(SHEET_NOW_MS).toISOString(),
      results: [],
      sheet: makeSheet([]),
      cursor: '1',
    }),
  );
  const sync = createCrewSync({ store, fetch, now: () => SHEET_NOW_MS, locks });
  const failures: unknown[] = [];
  for (let turn = 0; turn < 4; turn += 1) failures.push((await pass(sync.syncNow())).result.failure);
  expect(failures.at(-1)).toBeUndefined();
  expect(failures).not.toContain('offline');
  expect(await store.meta.get('sheet')).toBeDefined();
});
