import { existsSync, mkdirSync } from 'node:fs';
import { metro } from '../../../city/metro/metro';
import { renewGenerations } from '../../db/city/generations';
import { migrate } from '../../db/engine/migrate';
import { openDatabase } from '../../db/engine/open-database';
import { loadKeys } from '../keys-file';
import { databasePlace, keysPath } from '../places';
import { readSettings, type Settings } from '../read-settings';
import { startTrouble } from '../start-trouble';
import { copiesOf } from './copies-of';
import { restoreBackup } from './restore-backup';

/** Says that the database was put back by other means. */
const ALREADY = '--already';

/**
 * `npm run restore -- FILE`: puts a backup in the place of the database, while no server runs.
 * `npm run restore -- --already`: the database was put back by other means, such as PostgreSQL's own or a
 * copied disk; its phones have to learn of it.
 */
async function run(argument: string | undefined): Promise<void> {
  if (argument === undefined) throw new Error('Name the backup: npm run restore -- FILE');
  process.umask(0o077);
  const settings = readSettings(process.env);
  mkdirSync(settings.dataDir, { recursive: true });
  if (argument === ALREADY) {
    await notePutBack(settings);
    return;
  }
  const keys = loadKeys(keysPath(settings), true);
  const copies = await copiesOf(settings, Date.now());
  const { at, bookings, staff, lastChange, earlier } = await restoreBackup(
    argument,
    settings,
    metro,
    keys,
    copies,
    Date.now(),
  );
  console.log(
    `The database is as it was at ${at}: ${bookings} requests, ${staff} members, change ${lastChange}.`,
  );
  if (earlier !== undefined) console.log(`The one from before is kept: ${earlier}`);
  console.log('Start the server. Phones and desk pages read everything again and send what it lacks.');
}

async function notePutBack(settings: Settings): Promise<void> {
  const place = databasePlace(settings);
  // Opening would make an empty one, and the message below would be untrue.
  if ('sqliteFile' in place && !existsSync(place.sqliteFile))
    throw new Error(`There is no ${place.sqliteFile}.`);
  const { db, engine, close } = await openDatabase(place);
  try {
    const tables = await db.introspection.getTables();
    if (tables.length === 0) throw new Error('The database in DATABASE_URL is empty.');
    await migrate(db, engine);
    await renewGenerations(db, Date.now());
  } finally {
    await close();
  }
  console.log('Phones and desk pages read everything again and send what the database lacks.');
}

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(`Nothing was restored. ${startTrouble(error)}`);
  process.exitCode = 1;
}
