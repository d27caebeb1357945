import { randomUUID } from 'node:crypto';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import type { City } from '../../../src/domain/city/city';
import type { StaffId } from '../../../src/domain/staff/role';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { followCity as followOnPhone } from '../../../src/offline/sync/follow-city';
import { buildApp } from '../../../src/server/app';
import { saveCityConfig } from '../../../src/server/commands/city/save-city-config';
import { followCity } from '../../../src/server/db/city/follow-city';
import { loadCity } from '../../../src/server/db/city/load-city';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { makeTestApp, NOW, type TestApp } from '../../support/test-app';
import { book, newDisk, openTab, type PhoneDisk } from '../../unit/offline/make-phone';

let server: TestApp;
let context: ServerContext;
let fetchCities = 0;
let fetch: Fetch;
let revision = 0;

beforeAll(async () => {
  server = await makeTestApp();
  const follower = followCity(metro);
  context = {
    ...server.context,
    get city() {
      return follower.city();
    },
    cityRevision: follower.revision,
    refreshCity: follower.refresh,
  };
  await loadCity(context.db, metro, NOW);
  const app = await buildApp({ context });
  fetch = async (url, init) => {
    if (url === '/api/city') fetchCities += 1;
    const { method, headers, body } = init;
    const payload = typeof body === 'string' ? { payload: body } : {};
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers: { ...(headers as Record<string, string>) },
      ...payload,
    });
    return new Response(answer.body, { status: answer.statusCode });
  };
});
afterAll(() => server.close());

async function saveMinutes(travelMinutes: number): Promise<void> {
  const config = parseCityConfig(
    structuredClone({ settings: { ...metro.settings, travelMinutes }, catalogue: metro.catalogue }),
  );
  if (config === undefined) throw new Error('The configuration of the test has the wrong shape');
  const by = { by: 'Admin Contoh', staff: { id: randomUUID() as StaffId, address: 'uji' } };
  expect(await saveCityConfig(context, { revision, config, ...by, note: '' })).toMatchObject({ ok: true });
  revision += 1;
}

/** Opens a page of the app on this phone. */
async function open(disk: PhoneDisk, network: Fetch = fetch) {
  const store = openTab(disk);
  const told: City[] = [];
  const follower = followOnPhone({
    store,
    built: metro,
    onCity: (city) => void told.push(city),
    fetch: network,
  });
  const city = await follower.load();
  const heard: Promise<void>[] = [];
  const onCityRevision = (newest: number) => void heard.push(follower.hear(newest));
  const phone = createSync({ store, fetch: network, onCityRevision });
  const sync = async () => {
    await phone.syncNow();
    await Promise.all(heard);
  };
  return { store, told, city, follower, sync };
}

describe('the city on a phone', () => {
  test('is read in the form that phones kept before there were programmes', async () => {
    const disk = newDisk();
    const { programmes: _, ...settings } = metro.settings;
    const units = settings.units.map(({ programmes: _, ...unit }) => unit);
    const before = { settings: { ...settings, units, travelMinutes: 33 }, catalogue: metro.catalogue };
    const first = await open(disk);
    await first.store.meta.put({ key: 'city', revision: 7, config: structuredClone(before) });
    first.store.close();
    const { city, store } = await open(disk, () => Promise.reject(new TypeError('no network')));
    expect(city.settings.travelMinutes).toBe(33);
    expect(city.settings.programmes.map(({ name }) => name)).toEqual(['MPP Mobile', 'Nasi Ketan']);
    store.close();
  });

  test("is the server's after the next sync, fetched once and kept for the next opening", async () => {
    const disk = newDisk();
    const page = await open(disk);
    expect(page.city).toBe(metro);
    await book(page.store);
    await page.sync();
    expect(page.told).toEqual([]);
    expect(fetchCities).toBe(0);

    await saveMinutes(25);
    await page.sync();
    await page.sync();
    expect(page.told.map(({ settings }) => settings.travelMinutes)).toEqual([25]);
    expect(page.told[0]?.areas).toBe(metro.areas);
    expect(fetchCities).toBe(1);
    page.store.close();

    const offline = await open(disk, () => Promise.reject(new TypeError('no network')));
    expect(offline.city.settings.travelMinutes).toBe(25);
    offline.store.close();

    const again = await open(disk);
    await again.sync();
    expect(again.told).toEqual([]);
    expect(fetchCities).toBe(1);
    again.store.close();
  });

  test('comes from another tab that has fetched it', async () => {
    const disk = newDisk();
    const [one, other] = [await open(disk), await open(disk)];
    await book(one.store);
    await saveMinutes(30);
    const before = fetchCities;
    await one.sync();
    await other.sync();
    expect(other.told.at(-1)?.settings.travelMinutes).toBe(30);
    expect(fetchCities).toBe(before + 1);
    one.store.close();
    other.store.close();
  });

  test('is asked for by a phone that has nothing to sync', async () => {
    const page = await open(newDisk());
    await page.sync();
    expect(page.told).toEqual([]);
    await page.follower.ask();
    expect(page.told.at(-1)?.settings.travelMinutes).toBe(30);
    page.store.close();
  });

  test('stays as it was where the answer is not understood, and is not asked for at every sync', async () => {
    let asked = 0;
    const page = await open(newDisk(), async () => {
      asked += 1;
      return Response.json({ revision: 9, config: { settings: 'of a later app' } });
    });
    await page.follower.hear(9);
    await page.follower.hear(9);
    expect(page.told).toEqual([]);
    expect(asked).toBe(1);
    page.store.close();
  });
});
