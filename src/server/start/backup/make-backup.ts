import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { City } from '../../../domain/city/city';
import { openDatabase } from '../../db/engine/open-database';
import { readKeyCheck, tryKeys } from '../../db/secret/check-keys';
import type { Keys } from '../../db/secret/keys';
import { databasePlace } from '../places';
import type { Settings } from '../read-settings';
import { type BackupHead, makeHead, openBackup, sealBackup } from './backup-file';
import { nameOf, removeLeft, removeOld } from './backup-folder';
import type { CopyMaker } from './copies';
import { type Contents, readContents } from './read-contents';

export type Backup = Contents & { readonly path: string };

export type BackupSettings = Pick<Settings, 'dataDir' | 'postgresUrl' | 'backupDir' | 'backupsKept'>;

/**
 * Copies the database as it is at one moment, while the server runs, seals the copy, and opens what it wrote beside the
 * database in use. Only what could be opened gets a name of a backup; then older ones are removed.
 */
export async function makeBackup(
  settings: BackupSettings,
  city: City,
  keys: Keys,
  copies: CopyMaker,
  nowMs: number,
): Promise<Backup> {
  await mkdir(settings.backupDir, { recursive: true });
  for (const left of [settings.dataDir, settings.backupDir]) await removeLeft(left, nowMs);
  const path = join(settings.backupDir, nameOf(city, nowMs));
  const draft = `${path}.part`;
  // Beside the keys: a copy that is not sealed goes nowhere else.
  const folder = await mkdtemp(join(settings.dataDir, '.backup-'));
  try {
    const head = makeHead(await describeSource(settings, city, keys, nowMs), keys);
    const source = await copies.read(folder);
    await pipeline(
      source,
      (bytes: AsyncIterable<Buffer>) => sealBackup(bytes, head, keys),
      createWriteStream(draft),
    );
    await sync(draft);
    const contents = await openAside(draft, folder, { city, keys }, copies);
    await rename(draft, path);
    await removeOld(settings.backupDir, city, settings.backupsKept);
    return { path, ...contents };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(draft, { force: true });
  }
}

/** Opens a backup beside the database in use and reads it. Throws where it could not be restored. */
async function openAside(
  path: string,
  folder: string,
  { city, keys }: { readonly city: City; readonly keys: Keys },
  copies: CopyMaker,
): Promise<Contents> {
  const file = join(folder, 'opened');
  await pipeline(openBackup(path, keys), createWriteStream(file));
  const aside = await copies.openAside(file);
  try {
    return await readContents(aside.place, { city, keys });
  } finally {
    await aside.remove();
  }
}

/** Also refuses keys that are not the database's: a backup under others could be opened by nobody. */
async function describeSource(
  settings: BackupSettings,
  city: City,
  keys: Keys,
  nowMs: number,
): Promise<Pick<BackupHead, 'city' | 'engine' | 'at' | 'check'>> {
  const database = await openDatabase(databasePlace(settings));
  try {
    const hasCheck = await tryKeys({ db: database.db, city, keys });
    const check = hasCheck ? await readKeyCheck({ db: database.db, city }) : undefined;
    return {
      city: city.code,
      engine: database.engine,
      at: new Date(nowMs).toISOString(),
      ...(check === undefined ? {} : { check: check.toString('base64url') }),
    };
  } finally {
    await database.close();
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}
