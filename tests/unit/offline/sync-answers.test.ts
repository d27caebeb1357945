import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Problem, statusOf } from '../../../src/domain/problem';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { applySync } from '../../../src/offline/sync/apply-sync';
import { createSync } from '../../../src/offline/sync/create-sync';
import { type Fetch, fetchInTime } from '../../../src/offline/sync/fetch-in-time';
import { createPatience } from '../../../src/offline/sync/patience';
import { askedDelayMs, readRetryAfterMs, retryDelayMs } from '../../../src/offline/sync/retry-delay';
import { askedOf, book, doneAnswer, NOW_MS, openTab, rowOf } from './make-phone';

const MINUTE_MS = 60_000;

function problemAnswer(code: Problem, headers: Record<string, string> = {}, more: object = {}): Response {
  const status = statusOf(code);
  const body = { type: `urn:mpp-mobile:problem:${code}`, title: code, status, code, ...more };
  return Response.json(body, { status, headers });
}

/** Sends from a phone with one booking, and returns what the phone then reports and keeps. */
async function sendTo(answer: Fetch) {
  const store = openTab();
  await book(store);
  const sync = createSync({ store, fetch: answer, now: () => NOW_MS, random: () => 0, locks: null });
  const report = await sync.syncNow();
  return { store, report, waiting: await store.outbox.where('status').equals('waiting').count() };
}

/** mulberry32: the same numbers for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('when to try again', () => {
  test('the delay doubles from 1 s to 5 min, spread over its upper half', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, random) => {
          const whole = failures === 0 ? 5 * MINUTE_MS : Math.min(5 * MINUTE_MS, 1_000 * 2 ** (failures - 1));
          const waitMs = retryDelayMs(failures, () => random);
          expect(waitMs).toBeGreaterThanOrEqual(Math.max(1_000, whole / 2));
          expect(waitMs).toBeLessThanOrEqual(whole);
        },
      ),
    );
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, () => 0.999_999))).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ]);
  });

  test('a thousand phones told the same wait come back over as long again, none before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600 }), fc.integer(), (seconds, seed) => {
        const askedMs = seconds * 1_000;
        const random = seededRandom(seed);
        const waits = Array.from({ length: 1_000 }, () =>
          askedDelayMs(askedMs, retryDelayMs(1, random), random),
        );
        const spreadMs = Math.min(askedMs, 5 * MINUTE_MS);
        expect(Math.min(...waits)).toBeGreaterThanOrEqual(askedMs);
        expect(Math.max(...waits)).toBeLessThanOrEqual(askedMs + spreadMs);
        const tenths = new Map<number, number>();
        for (const waitMs of waits) {
          const tenth = Math.min(9, Math.floor(((waitMs - askedMs) / spreadMs) * 10));
          tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
        }
        expect(tenths.size).toBe(10);
        expect(Math.max(...tenths.values())).toBeLessThan(200);
      }),
      { numRuns: 50 },
    );
  });

  test("a wait asked for never shortens the phone's own back-off", () => {
    expect(askedDelayMs(0, 40_000, () => 0)).toBe(40_000);
    expect(askedDelayMs(1_000, 40_000, () => 0)).toBe(40_000);
    expect(askedDelayMs(60_000, 1_000, () => 0)).toBe(60_000);
  });

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['999999', 3_600_000],
    [new Date(NOW_MS + 30_000).toUTCString(), 30_000],
    [new Date(NOW_MS - 30_000).toUTCString(), 0],
    ['soon', undefined],
    [null, undefined],
  ])('Retry-After %s is read', (header, waitMs) => {
    expect(readRetryAfterMs(header, NOW_MS)).toBe(waitMs);
  });
});

describe('an answer without results', () => {
  const portal = () =>
    new Response('<html>Masuk ke Wi-Fi</html>', { headers: { 'content-type': 'text/html' } });
  test.each<[string, () => Response, object]>([
    [
      '429 with Retry-After',
      () => problemAnswer('rate-limited', { 'retry-after': '17' }),
      { failure: 'busy', retryAfterMs: 17_000 },
    ],
    [
      '429 that says it in its body',
      () => problemAnswer('rate-limited', {}, { retryAfterSeconds: 9 }),
      { failure: 'busy', retryAfterMs: 9_000 },
    ],
    [
      '503',
      () => problemAnswer('server-busy', { 'retry-after': '5' }),
      { failure: 'busy', retryAfterMs: 5_000 },
    ],
    ['500', () => problemAnswer('server-failed'), { failure: 'server' }],
    ['502 of a proxy', () => new Response('Bad Gateway', { status: 502 }), { failure: 'server' }],
    [
      '504 of a proxy',
      () => new Response('<html>Gateway Time-out</html>', { status: 504 }),
      { failure: 'server' },
    ],
    [
      '503 of a proxy that names a time',
      () => new Response('<html></html>', { status: 503, headers: { 'retry-after': '30' } }),
      { failure: 'busy', retryAfterMs: 30_000 },
    ],
    [
      '413 of a proxy, whatever is sent',
      () => new Response('<html>Request Entity Too Large</html>', { status: 413 }),
      { failure: 'server' },
    ],
    ['401', () => problemAnswer('credential-not-valid'), { failure: 'server' }],
    ['426', () => problemAnswer('version-not-supported'), { failure: 'version' }],
    ['a page of a portal with 200', portal, { failure: 'server' }],
    ['JSON of another service', () => Response.json({ ok: true }), { failure: 'server' }],
    [
      'half an answer',
      () => new Response('{"version":1,"results":[', { status: 200 }),
      { failure: 'server' },
    ],
    ['an empty 200', () => new Response(null, { status: 200 }), { failure: 'server' }],
  ])('%s keeps what waits', async (_name, answer, expected) => {
    const { store, report, waiting } = await sendTo(async () => answer());
    expect(report).toMatchObject({ done: 0, refused: 0, ...expected });
    expect(waiting).toBe(1);
    expect(await listVisits(store)).toMatchObject([{ delivery: 'kept', pending: 'submit' }]);
  });

  test('no network keeps what waits', async () => {
    const { report, waiting } = await sendTo(() => Promise.reject(new TypeError('failed')));
    expect([report.failure, waiting]).toEqual(['offline', 1]);
  });

  test('a command without its result keeps waiting', async () => {
    const asked: string[][] = [];
    const { report, waiting } = await sendTo(async (_url, init) => {
      asked.push(askedOf(init).commands.map(({ id }) => id));
      return doneAnswer({ ...init, body: JSON.stringify({ commands: [] }) });
    });
    expect([report.failure, waiting, asked.length]).toEqual(['busy', 1, 1]);
  });

  test('what a proxy finds too large goes one by one, and nothing is refused', async () => {
    const store = openTab();
    const [first, second] = [await book(store), await book(store)];
    const fetch: Fetch = async (_url, init) => {
      const { commands } = askedOf(init);
      if (commands.length > 1) return new Response('<html></html>', { status: 413 });
      return doneAnswer(init, [rowOf(first.id), rowOf(second.id)]);
    };
    const report = await createSync({ store, fetch, now: () => NOW_MS, locks: null }).syncNow();
    expect(report).toMatchObject({ done: 2, refused: 0 });
  });

  test('a request refused as a whole sets the one bad command aside, and sends the rest', async () => {
    const store = openTab();
    const bad = await book(store);
    const good = await book(store);
    const fetch: Fetch = async (_url, init) => {
      const isBad = askedOf(init).commands.some(({ bookingId }) => bookingId === bad.id);
      return isBad ? problemAnswer('request-not-valid') : doneAnswer(init, [rowOf(good.id)]);
    };
    const report = await createSync({ store, fetch, now: () => NOW_MS, locks: null }).syncNow();
    expect(report).toEqual({ done: 1, refused: 1, changes: 1 });
    const states = (await listVisits(store)).map(({ id, delivery }) => [id, delivery]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [bad.id, 'refused'],
        [good.id, 'known'],
      ]),
    );
  });
});

describe('rows that arrive late', () => {
  const stateOf = async (store: PhoneStore) => (await listVisits(store))[0]?.row?.state;
  const take = async (store: PhoneStore, row: ReturnType<typeof rowOf>) =>
    applySync(store, (await readDevice(store)).id, { results: [], changes: [row] }, NOW_MS);

  test('an older revision never replaces a newer one', async () => {
    const store = openTab();
    const { id } = await book(store);
    await take(store, rowOf(id, { revision: 3, state: 'cancelled' }));
    expect((await take(store, rowOf(id, { revision: 2, state: 'waiting' })))?.changes).toBe(0);
    expect(await stateOf(store)).toBe('cancelled');
  });

  test('a better place on the waiting list is a change, the same place again is not', async () => {
    const store = openTab();
    const { id } = await book(store);
    const waiting = (place: number) => ({ place, alternatives: [], readAt: '2026-11-23T02:00:00Z' });
    const at = (place: number) => rowOf(id, { state: 'waiting', waiting: waiting(place) });
    const counts = [];
    for (const place of [2, 2, 1]) counts.push((await take(store, at(place)))?.changes);
    expect(counts).toEqual([1, 0, 1]);
    expect((await listVisits(store))[0]?.row?.waiting?.place).toBe(1);
  });
});

describe('the timing of requests', () => {
  afterEach(() => void vi.useRealTimers());

  test('a request is aborted after 10 s, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isGivenUp = false;
    const never: Fetch = (_url, init) =>
      new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => {
          isGivenUp = true;
          reject(new DOMException('given up', 'AbortError'));
        });
      });
    const answer = fetchInTime(never, '/api/sync', { method: 'POST' }, { patience: createPatience() });
    vi.advanceTimersByTime(9_999);
    expect(isGivenUp).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await answer).toEqual({ status: undefined, why: 'slow' });
  });

  test('the sender adds its spread to the wait that the server asked for', async () => {
    const nextTryWith = async (random: number) => {
      const store = openTab();
      await book(store);
      const fetch: Fetch = async () => problemAnswer('rate-limited', { 'retry-after': '60' });
      const sync = createSync({ store, fetch, now: () => NOW_MS, random: () => random, locks: null });
      let next: number | undefined;
      sync.watchState(({ nextTryAtMs }) => {
        next = nextTryAtMs;
      });
      sync.start();
      await sync.syncNow();
      sync.stop();
      return next;
    };
    expect(await nextTryWith(0)).toBe(NOW_MS + MINUTE_MS);
    expect(await nextTryWith(0.5)).toBe(NOW_MS + 1.5 * MINUTE_MS);
  });

  test('a phone that is told to come back later does not come before, whatever wakes it', async () => {
    const store = openTab();
    await book(store);
    let nowMs = NOW_MS;
    let asked = 0;
    let wake: () => void = () => undefined;
    const fetch: Fetch = async () => {
      asked += 1;
      return problemAnswer('rate-limited', { 'retry-after': '60' });
    };
    const signals = (onWake: () => void) => {
      wake = onWake;
      return () => undefined;
    };
    const sync = createSync({ store, fetch, now: () => nowMs, random: () => 0, locks: null, signals });
    const nextTries: (number | undefined)[] = [];
    sync.watchState(({ nextTryAtMs }) => void nextTries.push(nextTryAtMs));
    sync.start();
    await sync.syncNow();
    const before = asked;
    for (const step of [0, 30_000, 29_999]) {
      nowMs += step;
      wake();
    }
    expect(asked).toBe(before);
    expect(nextTries.at(-1)).toBeGreaterThanOrEqual(NOW_MS + MINUTE_MS);
    nowMs += 1;
    wake();
    await sync.syncNow();
    expect(asked).toBeGreaterThan(before);
    sync.stop();
  });
});

describe('without Web Locks', () => {
  test('one tab sends at a time, and an abandoned lease ends', async () => {
    const store = openTab();
    await book(store);
    await store.meta.put({ key: 'lease', owner: 'a tab that is gone', expiresAtMs: NOW_MS - 1 });
    let underWay = 0;
    let most = 0;
    let asked = 0;
    const fetch: Fetch = async (_url, init) => {
      underWay += 1;
      most = Math.max(most, underWay);
      asked += askedOf(init).commands.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return doneAnswer(init);
    };
    const tabs = [1, 2, 3].map(() => createSync({ store, fetch, now: () => NOW_MS, locks: null }));
    await Promise.all(tabs.map((tab) => tab.syncNow()));
    expect([most, asked]).toEqual([1, 1]);
    expect(await store.meta.get('lease')).toBeUndefined();
  });

  test('a lease from before the clock was set back blocks nobody', async () => {
    const store = openTab();
    await book(store);
    await store.meta.put({ key: 'lease', owner: 'from tomorrow', expiresAtMs: NOW_MS + 86_400_000 });
    const sync = createSync({
      store,
      fetch: async (_url, init) => doneAnswer(init),
      now: () => NOW_MS,
      locks: null,
    });
    expect(await sync.syncNow()).toMatchObject({ done: 1 });
  });
});
