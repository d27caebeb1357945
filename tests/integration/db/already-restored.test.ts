import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { openCityDatabase } from '../../../src/server/start/open-city-database';
import { engines, startDatabases } from '../../support/databases';

const execute = promisify(execFile);

describe.each(engines)('npm run restore -- --already, on %s', (engine) => {
  const databases = startDatabases(engine);
  const folder = mkdtempSync(join(tmpdir(), 'mpp-already-'));
  afterAll(async () => {
    await databases.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const runAlready = (dataDir: string, postgresUrl: string | undefined) =>
    execute(
      process.execPath,
      ['--import', 'tsx', 'src/server/start/backup/restore-command.ts', '--already'],
      {
        env: {
          ...process.env,
          DATA_DIR: dataDir,
          ...(postgresUrl === undefined ? {} : { DATABASE_URL: postgresUrl }),
        },
      },
    );

  test('gives every city another generation and changes nothing else', async () => {
    const { where } = await databases.create();
    const postgresUrl = 'postgresUrl' in where ? where.postgresUrl : undefined;
    const dataDir = join(folder, 'there');
    mkdirSync(dataDir);
    const settings = { dataDir, postgresUrl, isNewDatabase: false };
    const read = async () => {
      const { database } = await openCityDatabase(settings, metro);
      const generations = await database.db.selectFrom('city_generations').selectAll().execute();
      const counters = await database.db.selectFrom('city_counters').selectAll().execute();
      await database.close();
      return { generations, counters };
    };
    const before = await read();
    const { stdout } = await runAlready(dataDir, postgresUrl);
    expect(stdout).toContain('Phones and desk pages read everything again');
    const after = await read();
    expect(after.generations.map(({ city }) => city)).toEqual([metro.code]);
    expect(after.generations[0]?.generation).toMatch(/^[\w-]{22}$/);
    expect(after.generations[0]?.generation).not.toBe(before.generations[0]?.generation);
    expect(after.generations[0]?.changed_at).toBeGreaterThan(0);
    expect(after.counters).toEqual(before.counters);
  });

  test('says so where there is no such database, and makes none', async () => {
    const { where } = await databases.createEmpty();
    const dataDir = join(folder, 'empty');
    const postgresUrl = 'postgresUrl' in where ? where.postgresUrl : undefined;
    const refused = await runAlready(dataDir, postgresUrl).then(
      () => undefined,
      (error: { readonly code: number; readonly stderr: string }) => error,
    );
    expect(refused?.code).toBe(1);
    expect(refused?.stderr).toContain('Nothing was restored.');
    expect(refused?.stderr).toMatch(postgresUrl === undefined ? /There is no / : /is empty/);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
