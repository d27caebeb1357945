import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { buildApp } from '../../../src/server/app';
import { shareRateCounts } from '../../../src/server/db/rate/share-rate-counts';
import { RateCounts, type ShareRates } from '../../../src/server/http/frame/rate-counts';
import { forgetRateCounts } from '../../../src/server/jobs/rate/forget-rate-counts';
import { engines, startDatabases, type TestDatabase } from '../../support/databases';
import { testServer } from '../../support/test-server';

const MAX = 60;
const START = Date.UTC(2026, 8, 7, 2);
const KEY = 'address 198.51.100.7';

/** Starts a separate process: its own connection and its own counts. */
async function startProcess(database: TestDatabase) {
  const { context } = await testServer(await database.open());
  const counts = new RateCounts();
  const statements: number[] = [];
  const share: ShareRates = (told, overBeforeMs) => {
    statements.push(told.length);
    return shareRateCounts(context, told, overBeforeMs);
  };
  const ask = (times: number, atMs: number, key = KEY) => {
    let answer = { current: 0, ttl: 0 };
    for (let asked = 0; asked < times; asked += 1) answer = counts.add(key, MAX, atMs);
    return answer;
  };
  const exchange = (atMs: number) => counts.exchange(share, atMs);
  return { context, statements, ask, exchange };
}

describe.each(engines)('rate limits of several processes on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('add up once the processes exchange counts, and a window ends for all when the earliest one ends', async () => {
    const database = await databases.create();
    const [a, b] = [await startProcess(database), await startProcess(database)];
    a.ask(40, START);
    await a.exchange(START + 1_000);
    expect(b.ask(20, START + 30_000)).toEqual({ current: 20, ttl: 60_000 });
    await b.exchange(START + 31_000);
    expect(b.ask(1, START + 31_000)).toEqual({ current: 61, ttl: 29_000 });
    a.ask(1, START + 31_500);
    await Promise.all([a.exchange(START + 32_000), b.exchange(START + 32_000)]);
    await Promise.all(
      [a, b].map(async (each) => {
        each.ask(1, START + 33_000);
        await each.exchange(START + 33_000);
      }),
    );
    b.ask(1, START + 33_500);
    await b.exchange(START + 34_000);
    expect(b.ask(1, START + 34_000).current).toBe(66);
    expect(b.ask(1, START + 60_000)).toEqual({ current: 1, ttl: 60_000 });
    b.ask(9, START + 60_000);
    await b.exchange(START + 61_000);
    expect(b.ask(1, START + 61_000)).toEqual({ current: 11, ttl: 59_000 });
  });

  test('survive a restart', async () => {
    const database = await databases.create();
    const before = await startProcess(database);
    before.ask(60, START);
    await before.exchange(START);
    const after = await startProcess(database);
    after.ask(3, START + 5_000);
    await after.exchange(START + 6_000);
    expect(after.ask(1, START + 6_000)).toEqual({ current: 64, ttl: 54_000 });
  });

  test('take one statement for all counts, none where nobody asked often, and reveal no address', async () => {
    const { ask, exchange, statements, context } = await startProcess(await databases.create());
    ask(2, START);
    await exchange(START);
    expect(statements).toEqual([]);
    ask(1, START);
    ask(5, START, 'device x');
    await exchange(START + 1_000);
    await exchange(START + 2_000);
    expect(statements).toEqual([2]);
    const rows = await context.db.selectFrom('rate_counts').selectAll().orderBy('count').execute();
    expect(rows.map(({ count }) => count)).toEqual([3, 5]);
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|device/);
    expect(await forgetRateCounts({ ...context, clock: () => START + 299_000 })).toBe(0);
    expect(await forgetRateCounts({ ...context, clock: () => START + 301_000 })).toBe(2);
  });

  test('are told at the next exchange where one failed', async () => {
    const { context } = await testServer(await (await databases.create()).open());
    const counts = new RateCounts();
    for (let asked = 0; asked < 9; asked += 1) counts.add(KEY, MAX, START);
    await expect(counts.exchange(() => Promise.reject(new Error('away')), START)).rejects.toThrow('away');
    counts.add(KEY, MAX, START);
    const told: unknown[] = [];
    await counts.exchange((all, over) => {
      told.push(...all);
      return shareRateCounts(context, all, over);
    }, START);
    expect(told).toEqual([{ key: KEY, startedAtMs: START, add: 10 }]);
  });
});

describe('two apps on one database', () => {
  const databases = startDatabases('sqlite');
  afterEach(() => vi.useRealTimers());
  afterAll(databases.stop);

  test('the second refuses, after a second, an address that the first has refused', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const database = await databases.create();
    const rateLimits = { syncsPerDevice: 100, requestsPerAddress: 4 };
    const start = async () =>
      buildApp({
        context: { ...(await testServer(await database.open())).context, city: metro },
        rateLimits,
      });
    const [first, second] = [await start(), await start()];
    const statusOf = async (app: typeof first) =>
      (await app.inject({ url: '/api/openapi.json', remoteAddress: '198.51.100.7' })).statusCode;
    for (let asked = 0; asked < 4; asked += 1) expect(await statusOf(first)).toBe(200);
    expect(await statusOf(first)).toBe(429);
    expect(await statusOf(second)).toBe(200);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await statusOf(second)).toBe(429);
    await first.close();
    await second.close();
  });
});
