import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { checkpointAside } from '../../../src/server/db/engine/checkpoint-aside';
import { openAside } from '../../../src/server/db/engine/open-aside';

const folder = mkdtempSync(join(tmpdir(), 'mpp-checkpoint-'));
const file = join(folder, 'city.sqlite');
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Sqlite.Database {
  const database = new Sqlite(file);
  ends.push(() => database.close());
  database.pragma('journal_mode = WAL');
  // No checkpoint by itself.
  database.pragma('wal_autocheckpoint = 0');
  return database;
}

test('what is committed reaches the file by the thread, while the city goes on writing', async () => {
  const database = open();
  database.exec('CREATE TABLE papers (id INTEGER PRIMARY KEY, content BLOB)');
  const aside = openAside(file);
  ends.push(() => aside.db.destroy());
  const write = () => database.prepare('INSERT INTO papers (content) VALUES (zeroblob(1000000))').run();
  for (let index = 0; index < 6; index += 1) write();
  expect(statSync(file).size).toBeLessThan(1_000_000);
  ends.push(checkpointAside(database, file, aside));
  await expect.poll(() => statSync(file).size, { timeout: 20_000 }).toBeGreaterThan(6_000_000);
  // What the thread is at is done first.
  await aside.checkpoint();
  // The log is used from its beginning again, so that it does not grow for ever.
  const logged = statSync(`${file}-wal`).size;
  for (let index = 0; index < 3; index += 1) write();
  expect(statSync(`${file}-wal`).size).toBe(logged);
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM papers`.execute(aside.db);
  expect(rows).toEqual([{ n: 9 }]);
});
