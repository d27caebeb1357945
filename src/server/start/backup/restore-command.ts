import { mkdirSync } from 'node:fs';
import { metro } from '../../../city/metro/metro';
import { loadKeys } from '../keys-file';
import { keysPath } from '../places';
import { readSettings } from '../read-settings';
import { startTrouble } from '../start-trouble';
import { copiesOf } from './copies-of';
import { restoreBackup } from './restore-backup';

/** `npm run restore -- FILE`: puts a backup in the place of the database, while no server runs. */
async function run(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('Name the backup: npm run restore -- FILE');
  process.umask(0o077);
  const settings = readSettings(process.env);
  mkdirSync(settings.dataDir, { recursive: true });
  const keys = loadKeys(keysPath(settings), true);
  const copies = await copiesOf(settings, Date.now());
  const { at, bookings, staff, lastChange, earlier } = await restoreBackup(
    path,
    settings,
    metro,
    keys,
    copies,
  );
  console.log(
    `The database is as it was at ${at}: ${bookings} requests, ${staff} members, change ${lastChange}.`,
  );
  if (earlier !== undefined) console.log(`The one from before is kept: ${earlier}`);
  console.log('Start the server.');
}

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(`Nothing was restored. ${startTrouble(error)}`);
  process.exitCode = 1;
}
