import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/server/db/engine/migrate';
import { openDatabase } from '../../src/server/db/engine/open-database';

let made: Promise<string> | undefined;

/** Makes an SQLite file of the newest version: a copy of one that this process migrated once. */
export async function makeMigratedFile(path: string): Promise<void> {
  made ??= migrateOnce();
  copyFileSync(await made, path);
}

async function migrateOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-migrated-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'migrated.sqlite');
  const database = await openDatabase({ sqliteFile: file });
  await migrate(database.db, database.engine);
  // Closing writes everything into the one file that is copied.
  await database.close();
  return file;
}
