import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { runCommand } from '../../../src/server/commands/run/run-command';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { openDatabase } from '../../../src/server/db/engine/open-database';
import { copiesOf } from '../../../src/server/start/backup/copies-of';
import { makeBackup } from '../../../src/server/start/backup/make-backup';
import { restoreBackup } from '../../../src/server/start/backup/restore-backup';
import { scheduleBackups } from '../../../src/server/start/backup/schedule-backups';
import { openCityDatabase } from '../../../src/server/start/open-city-database';
import { databasePlace } from '../../../src/server/start/places';
import { engines, startDatabases } from '../../support/databases';
import { MONDAY_9, submit, testServer } from '../../support/test-server';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mpp-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(engines)('a backup on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  /** A city in service: its database open, two requests in it. */
  async function inService() {
    const { where } = await databases.create();
    const postgresUrl = 'postgresUrl' in where ? where.postgresUrl : undefined;
    const settings = {
      dataDir: folder,
      postgresUrl,
      isNewDatabase: false,
      backupDir: join(folder, 'backups'),
      backupsKept: 2,
    };
    const { database, keys } = await openCityDatabase(settings, metro);
    const { context } = await testServer(database);
    const send = (device: string, command: object) => runCommand({ ...context, keys }, device, command);
    for (const _ of [1, 2]) expect(await send('phone', submit())).toMatchObject({ outcome: 'done' });
    const back = async (nowMs = Date.now()) =>
      makeBackup(settings, metro, keys, await copiesOf(settings, nowMs), nowMs);
    const restore = async (path: string) =>
      restoreBackup(path, settings, metro, keys, await copiesOf(settings, Date.now()), Date.now());
    return { settings, database, keys, send, back, restore };
  }

  test('what one that was killed left is removed, and what one under way needs stays', async () => {
    const { settings, database, back } = await inService();
    for (const name of ['.backup-old', '.restore-old', '.backup-now']) mkdirSync(join(folder, name));
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of ['.backup-old', '.restore-old']) utimesSync(join(folder, name), longAgo, longAgo);
    await back();
    const left = readdirSync(settings.dataDir).filter((name) => name.startsWith('.'));
    expect(left).toEqual(['.backup-now']);
    await database.close();
  });

  const numberOf = async ({ db }: Pick<ServerContext, 'db'>) =>
    (await db.selectFrom('bookings').select('id').execute()).length;

  test('is made while the city is served, and put back with what it held', async () => {
    const { settings, database, keys, send, back, restore } = await inService();
    const [made] = await Promise.all([back(), send('phone', submit())]);
    expect(made.bookings).toBeGreaterThanOrEqual(2);
    expect(readFileSync(made.path).includes('booking_devices')).toBe(false);
    await send('phone', submit());
    await database.close();

    const restored = await restore(made.path);
    expect(restored).toMatchObject({ bookings: made.bookings, lastChange: made.lastChange });
    expect(restored.earlier).toContain('before');
    const again = await openCityDatabase(settings, metro);
    expect(await numberOf(again.database)).toBe(made.bookings);
    expect(again.keys.nikIndex).toEqual(keys.nikIndex);
    await again.database.close();
    expect(readdirSync(folder).filter((name) => /restore|backup-/.test(name))).toEqual([]);
  });

  test('has another generation once it is put back, and the same after a start', async () => {
    const { settings, database, back, restore } = await inService();
    const generationOf = async ({ db }: Pick<ServerContext, 'db'>) =>
      (await db.selectFrom('city_generations').select('generation').executeTakeFirstOrThrow()).generation;
    const first = await generationOf(database);
    const { path } = await back();
    await database.close();
    const started = (await openCityDatabase(settings, metro)).database;
    expect(await generationOf(started)).toBe(first);
    await started.close();
    await restore(path);
    const restored = (await openCityDatabase(settings, metro)).database;
    expect(await generationOf(restored)).not.toBe(first);
    await restored.close();
  });

  test('is not put in the place of a database that is in use', async () => {
    const { database, back, restore } = await inService();
    const { path } = await back();
    await expect(restore(path)).rejects.toThrow(/Stop (it|each server), then restore/);
    expect(await numberOf(database)).toBe(2);
    await database.close();
  });

  test('with other keys nothing is made and nothing is put back', async () => {
    const { settings, database, keys, back } = await inService();
    const { path } = await back();
    const { current, byId } = keys.encryption;
    const others = {
      encryption: { current, byId: { ...byId, [current]: randomBytes(32) } },
      nikIndex: keys.nikIndex,
    };
    const copies = await copiesOf(settings, 0);
    await expect(makeBackup(settings, metro, others, copies, 0)).rejects.toThrow('do not fit');
    await database.close();
    await expect(restoreBackup(path, settings, metro, others, copies, 0)).rejects.toThrow('do not fit');
    const again = await openDatabase(databasePlace(settings));
    expect(await numberOf(again)).toBe(2);
    await again.close();
  });

  test('keeps the newest, and those of others', async () => {
    const { settings, database, back } = await inService();
    await back(MONDAY_9);
    writeFileSync(join(settings.backupDir, 'notes.txt'), '');
    for (const hours of [1, 2]) await back(MONDAY_9 + hours * 3_600_000);
    const names = readdirSync(settings.backupDir).sort();
    expect(names).toHaveLength(3);
    expect(names.at(-1)).toBe('notes.txt');
    await database.close();
  });

  const DAMAGE: readonly { readonly what: string; readonly change: (bytes: Buffer) => Buffer }[] = [
    {
      what: 'a byte is another',
      change: (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
        return bytes;
      },
    },
    { what: 'its end is missing', change: (bytes) => bytes.subarray(0, -1) },
    { what: 'only its line is left', change: (bytes) => bytes.subarray(0, bytes.indexOf('\n') + 1) },
    { what: 'something follows it', change: (bytes) => Buffer.concat([bytes, Buffer.from('x')]) },
    {
      what: 'its line is another',
      change: (bytes) => Buffer.from(bytes.toString('latin1').replace('Z"', '1Z"'), 'latin1'),
    },
    { what: 'it is no backup', change: () => Buffer.from('SQLite format 3\0') },
  ];

  test('is refused where anything of it was changed, and the database stays as it is', async () => {
    const { settings, database, back, restore } = await inService();
    const { path } = await back();
    await database.close();
    const whole = readFileSync(path);
    for (const { what, change } of DAMAGE) {
      writeFileSync(path, change(Buffer.from(whole)));
      await expect(restore(path), what).rejects.toThrow(/is damaged or cut short|is no backup/);
    }
    const again = await openDatabase(databasePlace(settings));
    expect(await numberOf(again)).toBe(2);
    await again.close();
  });
});

test('a database that cannot be read gives way to the backup', async () => {
  const settings = {
    dataDir: folder,
    postgresUrl: undefined,
    isNewDatabase: false,
    backupDir: join(folder, 'backups'),
    backupsKept: 2,
  };
  const { database, keys } = await openCityDatabase(settings, metro);
  const copies = await copiesOf(settings, MONDAY_9);
  const { path } = await makeBackup(settings, metro, keys, copies, MONDAY_9);
  await database.close();
  writeFileSync(
    join(folder, 'mpp-mobile.sqlite'),
    'no database at all, and longer than a header of one'.repeat(100),
  );
  await restoreBackup(path, settings, metro, keys, copies, MONDAY_9);
  await (await openCityDatabase(settings, metro)).database.close();
});

describe('backups by the clock', () => {
  const HOUR_MS = 3_600_000;
  const silent = { info: () => undefined, error: () => undefined };

  test.each([
    { hours: 0, newest: undefined, made: 0 },
    { hours: 24, newest: undefined, made: 1 },
    { hours: 24, newest: 23, made: 0 },
    { hours: 24, newest: 24, made: 1 },
  ])('every $hours h, the newest $newest h old: $made', async ({ hours, newest, made }) => {
    let count = 0;
    const nowMs = Date.parse('2026-11-28T17:05:30Z');
    const at = new Date(nowMs - (newest ?? 0) * HOUR_MS)
      .toISOString()
      .replace(/[-:]|[.]\d+/g, '')
      .toLowerCase();
    if (newest !== undefined) writeFileSync(join(folder, `mpp-mobile-${metro.code}-${at}.backup`), '');
    const settings = { backupDir: folder, backupEveryHours: hours };
    const stop = scheduleBackups(
      settings,
      metro,
      silent,
      () => nowMs,
      async () => {
        count += 1;
        return '';
      },
    );
    await stop();
    expect(count).toBe(made);
  });

  test('one that fails is logged, and the server goes on', async () => {
    const said: unknown[] = [];
    const stop = scheduleBackups(
      { backupDir: folder, backupEveryHours: 1 },
      metro,
      { ...silent, error: (what: unknown) => said.push(what) },
      Date.now,
      () => Promise.reject(new Error('the disk is full')),
    );
    await stop();
    expect(said).toEqual([{ job: 'backup', error: 'Error: the disk is full' }]);
  });
});
