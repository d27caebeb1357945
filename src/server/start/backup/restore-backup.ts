import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { City } from '../../../domain/city/city';
import { renewGenerations } from '../../db/city/generations';
import { migrate } from '../../db/engine/migrate';
import { openDatabase } from '../../db/engine/open-database';
import { openKeyCheck } from '../../db/secret/check-keys';
import type { Keys } from '../../db/secret/keys';
import type { Settings } from '../read-settings';
import { openBackup, readHead } from './backup-file';
import type { CopyMaker } from './copies';
import { type Contents, readContents } from './read-contents';

export type Restored = Contents & {
  /** When the backup was made, as an ISO instant. */
  readonly at: string;
  /** Where the database from before is kept. */
  readonly earlier: string | undefined;
};

/**
 * Puts a backup in the place of the database. It is opened, tried with the keys and brought up to date beside it
 * first: up to the last step the database in use is as it was, and after it that one is kept under another name.
 * Its cities get another generation, by which phones learn that they have read further. `nowMs`: Unix milliseconds.
 */
export async function restoreBackup(
  path: string,
  { dataDir, postgresUrl }: Pick<Settings, 'dataDir' | 'postgresUrl'>,
  city: City,
  keys: Keys,
  copies: CopyMaker,
  nowMs: number,
): Promise<Restored> {
  const { head } = await readHead(path);
  const engine = postgresUrl === undefined ? 'sqlite' : 'postgres';
  if (head.city !== city.code) throw new Error(`${path} is a backup of another city, ${head.city}`);
  if (head.engine !== engine) {
    throw new Error(
      `${path} is a backup of ${head.engine}, and this server is set to ${engine} (DATABASE_URL)`,
    );
  }
  if (head.check !== undefined) openKeyCheck({ keys, city }, Buffer.from(head.check, 'base64url'));
  const folder = await mkdtemp(join(dataDir, '.restore-'));
  try {
    const file = join(folder, 'opened');
    await pipeline(openBackup(path, keys), createWriteStream(file, { flush: true }));
    const aside = await copies.openAside(file);
    try {
      const database = await openDatabase(aside.place);
      try {
        await migrate(database.db, database.engine);
        await renewGenerations(database.db, nowMs);
      } finally {
        await database.close();
      }
      const contents = await readContents(aside.place, { city, keys });
      await copies.refuseInUse();
      return { ...contents, at: head.at, earlier: await aside.takePlace() };
    } finally {
      await aside.remove();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
