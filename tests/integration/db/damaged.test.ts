import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { openCityDatabase } from '../../../src/server/start/open-city-database';
import { databasePlace } from '../../../src/server/start/places';
import { startTrouble } from '../../../src/server/start/start-trouble';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function makeSettings() {
  const dataDir = await mkdtemp(join(tmpdir(), 'mpp-damaged-'));
  folders.push(dataDir);
  return { dataDir, postgresUrl: undefined, isNewDatabase: false };
}

function fileOf(settings: Awaited<ReturnType<typeof makeSettings>>): string {
  const place = databasePlace(settings);
  if ('postgresUrl' in place) throw new Error('not a file');
  return place.sqliteFile;
}

async function troubleOf(settings: Awaited<ReturnType<typeof makeSettings>>): Promise<string> {
  return openCityDatabase(settings, metro).then(() => 'it starts', startTrouble);
}

test('a database file that is something else is said to be damaged, with the way out', async () => {
  const settings = await makeSettings();
  await writeFile(fileOf(settings), 'x'.repeat(8_192));
  expect(await troubleOf(settings)).toMatch(/^The database file is damaged.*npm run restore/);
});

test('so is one with a page that was written over', async () => {
  const settings = await makeSettings();
  const { database } = await openCityDatabase(settings, metro);
  await database.close();
  const file = await open(fileOf(settings), 'r+');
  const { size } = await file.stat();
  // The first page begins with the header, which stays: only what it leads to is gone.
  await file.write(Buffer.alloc(size - 200, 0xff), 0, size - 200, 200);
  await file.close();
  expect(await troubleOf(settings)).toMatch(/^The database file is damaged.*npm run restore/);
});
