import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { loadCity } from '../../../src/server/db/city/load-city';
import { migrate } from '../../../src/server/db/engine/migrate';
import { checkKeys } from '../../../src/server/db/secret/check-keys';
import type { Keys } from '../../../src/server/db/secret/keys';
import { reseal } from '../../../src/server/jobs/secret/reseal';
import { openCityDatabase } from '../../../src/server/start/open-city-database';
import { engines, startDatabases } from '../../support/databases';
import { MONDAY_9, submit, testServer } from '../../support/test-server';

function makeKeys(): Keys {
  return { encryption: { current: '1', byId: { 1: randomBytes(32) } }, nikIndex: randomBytes(32) };
}

describe.each(engines)('keys and database on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'mpp-keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  async function emptyDatabase() {
    const { db } = await (await databases.create()).open();
    await migrate(db, engine);
    await loadCity(db, metro, MONDAY_9);
    return { db, city: metro, randomBytes };
  }

  async function newSettings() {
    const where = (await databases.createEmpty()).where;
    return {
      dataDir,
      isNewDatabase: false,
      postgresUrl: 'postgresUrl' in where ? where.postgresUrl : undefined,
    };
  }

  test.each([
    { what: 'other keys', change: (keys: Keys): Keys => ({ ...keys, encryption: makeKeys().encryption }) },
    { what: 'another index', change: (keys: Keys): Keys => ({ ...keys, nikIndex: randomBytes(32) }) },
    {
      what: 'a key of another name alone',
      change: (keys: Keys): Keys => ({ ...keys, encryption: { current: '2', byId: { 2: randomBytes(32) } } }),
    },
  ])('$what are refused where the database holds only the check value', async ({ change }) => {
    const database = await emptyDatabase();
    const keys = makeKeys();
    await checkKeys({ ...database, keys });
    await checkKeys({ ...database, keys });
    await expect(checkKeys({ ...database, keys: change(keys) })).rejects.toThrow('do not fit the database');
    await checkKeys({ ...database, keys });
  });

  test('a database from before the check value is tried with what it holds, and gets one', async () => {
    const { context, send } = await testServer(await (await databases.create()).open());
    await send('phone', submit());
    await expect(checkKeys({ ...context, keys: makeKeys() })).rejects.toThrow('bookings.request');
    expect(await context.db.selectFrom('key_checks').selectAll().execute()).toEqual([]);
    await checkKeys(context);
    expect(await context.db.selectFrom('key_checks').selectAll().execute()).toHaveLength(1);
  });

  test('a new key and the end of the earlier one keep the check value valid', async () => {
    const database = await emptyDatabase();
    const old = makeKeys();
    await checkKeys({ ...database, keys: old });
    const second = randomBytes(32);
    const both = { ...old, encryption: { current: '2', byId: { ...old.encryption.byId, 2: second } } };
    await checkKeys({ ...database, keys: both });
    const context = { ...database, engine, keys: both, clock: () => MONDAY_9 };
    expect(await reseal(context, () => undefined)).toEqual({ done: 1, left: 0 });
    await checkKeys({ ...database, keys: { ...old, encryption: { current: '2', byId: { 2: second } } } });
  });

  test('the second of two first starts with different keys stops', async () => {
    const database = await emptyDatabase();
    const starts = [makeKeys(), makeKeys()].map((keys) => checkKeys({ ...database, keys }));
    const ends = await Promise.allSettled(starts);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('keys without their database need NEW_DATABASE, and no database is made in its place', async () => {
    const settings = await newSettings();
    const first = await openCityDatabase(settings, metro);
    await first.database.close();
    const elsewhere = { ...(await newSettings()), dataDir };
    const file = join(dataDir, 'mpp-mobile.sqlite');
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    for (const _ of [1, 2]) {
      await expect(openCityDatabase(elsewhere, metro)).rejects.toThrow('NEW_DATABASE=1');
      expect(existsSync(file)).toBe(false);
    }
    const { database } = await openCityDatabase({ ...elsewhere, isNewDatabase: true }, metro);
    await database.close();
    await (await openCityDatabase(elsewhere, metro)).database.close();
  });

  test('keys made for a database that another installation has sealed stop the start', async () => {
    const settings = await newSettings();
    await (await openCityDatabase(settings, metro)).database.close();
    rmSync(join(dataDir, 'keys.json'));
    // The database holds nobody's data, so keys are made, but they do not match the check value.
    await expect(openCityDatabase(settings, metro)).rejects.toThrow('do not fit');
  });
});

test('a file of no bytes counts as no database', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mpp-keys-'));
  const settings = { dataDir, isNewDatabase: false, postgresUrl: undefined };
  await (await openCityDatabase(settings, metro)).database.close();
  writeFileSync(join(dataDir, 'mpp-mobile.sqlite'), '');
  await expect(openCityDatabase(settings, metro)).rejects.toThrow('NEW_DATABASE=1');
  rmSync(dataDir, { recursive: true });
});
