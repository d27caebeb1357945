import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { knownDevices } from '../../../src/server/db/rate/known-devices';
import { KnownDevices } from '../../../src/server/http/frame/known-devices';
import type { RateLimits } from '../../../src/server/http/frame/rate-limits';
import { spreadWaitSeconds } from '../../../src/server/http/frame/spread-wait';
import { engines, startDatabases } from '../../support/databases';
import { makeSubmission, makeTestApp, newSecret } from '../../support/test-app';
import { testServer } from '../../support/test-server';

const CARRIER = '198.51.100.7';
const LIMITS: RateLimits = {
  syncsPerDevice: 5,
  requestsPerAddress: 3,
  newPhonesPerAddress: 10,
  knownPhonesPerAddress: 12,
};

async function startCity(limits: Partial<RateLimits> = {}) {
  const { app, close } = await makeTestApp({ ...LIMITS, ...limits });
  const sync = async (secret: string, remoteAddress = CARRIER, commands: readonly object[] = []) => {
    const headers = { authorization: `Device ${secret}` };
    const payload = { version: 1, cursor: null, commands };
    return app.inject({ method: 'POST', url: '/api/sync', remoteAddress, headers, payload });
  };
  const statusesOf = async (times: number, ask: () => Promise<{ statusCode: number }>) => {
    const statuses: number[] = [];
    for (let asked = 0; asked < times; asked += 1) statuses.push((await ask()).statusCode);
    return { served: statuses.filter((status) => status === 200).length, last: statuses.at(-1) };
  };
  /** A phone with a booking, made at an address of its own. */
  const bookedPhone = async (address = '203.0.113.1') => {
    const secret = newSecret();
    expect((await sync(secret, address, [makeSubmission()])).json().results[0].outcome).toBe('done');
    return secret;
  };
  return { app, close, sync, statusesOf, bookedPhone };
}

describe('behind one address', () => {
  test('a stranger with a new device for each request is bounded, and a phone that booked is served', async () => {
    const { close, sync, statusesOf, bookedPhone } = await startCity();
    const known = await bookedPhone();
    const stranger = await statusesOf(40, () => sync(newSecret()));
    expect(stranger).toEqual({ served: 10, last: 429 });
    expect(await statusesOf(5, () => sync(known))).toEqual({ served: 4, last: 429 });
    expect((await sync(newSecret(), '198.51.100.8')).statusCode).toBe(200);
    await close();
  });

  test('devices made known for it escape only as far as the address of known phones reaches', async () => {
    const { close, sync, statusesOf } = await startCity();
    const devices = Array.from({ length: 10 }, newSecret);
    for (const secret of devices)
      expect((await sync(secret, CARRIER, [makeSubmission()])).statusCode).toBe(200);
    let served = 0;
    for (const secret of devices) served += (await statusesOf(9, () => sync(secret))).served;
    expect(served).toBe(12);
    await close();
  });

  test('what a phone is refused by its own limit takes nothing from its neighbours', async () => {
    const { close, sync, statusesOf, bookedPhone } = await startCity();
    const [loud, quiet] = [await bookedPhone(), await bookedPhone('203.0.113.2')];
    expect(await statusesOf(30, () => sync(loud))).toEqual({ served: 4, last: 429 });
    expect(await statusesOf(4, () => sync(quiet))).toEqual({ served: 4, last: 200 });
    await close();
  });

  test('a phone with a booking takes from the strangers once, not at each request', async () => {
    const { close, sync, statusesOf, bookedPhone } = await startCity({ syncsPerDevice: 9 });
    const known = await bookedPhone();
    expect((await statusesOf(8, () => sync(known))).served).toBe(8);
    expect((await statusesOf(20, () => sync(newSecret()))).served).toBe(9);
    await close();
  });

  test('a refused command makes nobody known', async () => {
    const { close, sync, statusesOf } = await startCity();
    const secret = newSecret();
    const refused = await sync(secret, CARRIER, [{ id: randomUUID(), name: 'fly' }]);
    expect(refused.json().results[0].outcome).toBe('refused');
    await statusesOf(20, () => sync(newSecret()));
    expect((await sync(secret)).statusCode).toBe(429);
    await close();
  });

  test('windows, staff and phones are counted apart, and files of the app not at all', async () => {
    const { app, close, sync, statusesOf } = await startCity();
    await statusesOf(20, () => sync(newSecret()));
    const get = (url: string) => () => app.inject({ url, remoteAddress: CARRIER });
    expect((await statusesOf(11, get('/api/city'))).served).toBe(10);
    expect((await get('/api/availability')()).statusCode).toBe(429);
    expect((await statusesOf(4, get('/api/openapi.json'))).served).toBe(3);
    expect((await get('/nothing.js')()).statusCode).toBe(404);
    await close();
  });

  test('a subscriber with many IPv6 addresses is one stranger', async () => {
    const { close, sync, statusesOf } = await startCity();
    let made = 0;
    const next = () => {
      made += 1;
      return sync(newSecret(), `2001:db8::${made.toString(16)}`);
    };
    expect((await statusesOf(20, next)).served).toBe(10);
    await close();
  });

  test('transfers of known phones do not share the few of an address', async () => {
    const { app, close, bookedPhone } = await startCity({ movesPerAddress: 1 });
    const open = (secret: string) =>
      app.inject({
        method: 'PUT',
        url: `/api/moves/${randomUUID()}`,
        remoteAddress: CARRIER,
        headers: { authorization: `Device ${secret}` },
      });
    const [one, two] = [await bookedPhone(), await bookedPhone('203.0.113.2')];
    const statuses = [await open(newSecret()), await open(newSecret()), await open(one), await open(two)];
    const isLimited = statuses.map(({ statusCode }) => statusCode === 429);
    expect(isLimited).toEqual([false, true, false, false]);
    expect((await open(one)).statusCode).toBe(429);
    await close();
  });
});

describe('who is known', () => {
  test('one question is under way at a time, and all that came meanwhile are the next', async () => {
    const asked: (readonly string[])[] = [];
    const answers: ((known: readonly string[]) => void)[] = [];
    const known = new KnownDevices((hashes) => {
      asked.push(hashes);
      return new Promise((resolve) => answers.push(resolve));
    });
    const first = known.has('a', 0);
    await Promise.resolve();
    const later = [known.has('b', 0), known.has('c', 0), known.has('c', 0)];
    answers[0]?.(['a']);
    expect(await first).toBe(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([['a'], ['b', 'c']]);
    answers[1]?.(['c']);
    expect(await Promise.all(later)).toEqual([false, true, true]);
    expect(await known.has('c', 3_599_999)).toBe(true);
    expect(asked).toHaveLength(2);
    const again = known.has('c', 3_600_000);
    await Promise.resolve();
    answers[2]?.([]);
    expect(await again).toBe(false);
  });

  test('what nobody waits for is asked in questions of 200 devices, and is remembered', async () => {
    const asked: number[] = [];
    const known = new KnownDevices(async (hashes) => {
      asked.push(hashes.length);
      return hashes.slice(0, 1);
    });
    for (let made = 0; made < 1_000; made += 1) known.learn(`device ${made}`, 0);
    expect(known.remembers('device 0', 0)).toBe(false);
    await new Promise(setImmediate);
    expect(asked).toEqual([200]);
    expect([known.remembers('device 0', 0), known.remembers('device 1', 0)]).toEqual([true, false]);
    expect(known.remembers('device 0', 3_600_000)).toBe(false);
  });

  test('a question that fails fails those who asked it, and not the next', async () => {
    let isAway = true;
    const known = new KnownDevices(async (hashes) => {
      if (isAway) throw new Error('away');
      return hashes;
    });
    await expect(known.has('a', 0)).rejects.toThrow('away');
    isAway = false;
    expect(await known.has('a', 0)).toBe(true);
  });
});

describe.each(engines)('known devices on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('are those with a booking or a callback', async () => {
    const { context, send } = await testServer(await (await databases.create()).open());
    const callback = { id: randomUUID(), name: 'ask-callback', madeAt: new Date().toISOString() };
    await send('booked', makeSubmission());
    const person = { name: 'Contoh Warga', phone: '+6281200000000' };
    const called = await send('called', { ...callback, callbackId: randomUUID(), person });
    await send('refused', { ...callback, id: randomUUID(), name: 'fly' });
    const found = await knownDevices(context, ['booked', 'called', 'refused', 'stranger', "o'brien"]);
    expect(called.outcome).toBe('done');
    expect(found.sort()).toEqual(['booked', 'called']);
    expect(await knownDevices(context, [])).toEqual([]);
  });
});

test('waits told in one moment are spread over at least as long again', () => {
  for (const seconds of [1, 5, 60]) {
    const waits = Array.from({ length: 1_000 }, () => spreadWaitSeconds(seconds));
    const least = Math.max(seconds, 10);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(seconds);
    expect(Math.max(...waits)).toBeLessThanOrEqual(seconds + least);
    expect(new Set(waits).size).toBeGreaterThan(least * 0.9);
  }
  expect([spreadWaitSeconds(60, () => 0), spreadWaitSeconds(60, () => 0.999_999)]).toEqual([60, 120]);
});
