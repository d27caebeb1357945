import { metro } from '../../../city/metro/metro';
import { loadKeys } from '../keys-file';
import { keysPath } from '../places';
import { readSettings } from '../read-settings';
import { startTrouble } from '../start-trouble';
import { copiesOf } from './copies-of';
import { makeBackup } from './make-backup';

/** `npm run backup`: a sealed copy of the database in BACKUP_DIR, while the server runs. */
async function run(): Promise<void> {
  process.umask(0o077);
  const settings = readSettings(process.env);
  const nowMs = Date.now();
  const keys = loadKeys(keysPath(settings), true);
  const made = await makeBackup(settings, metro, keys, await copiesOf(settings, nowMs), nowMs);
  console.log(`${made.path}`);
  console.log(
    `It was opened and read: ${made.bookings} requests, ${made.staff} members, change ${made.lastChange}.`,
  );
  console.log(`Keep ${keysPath(settings)} apart from it: nobody can open it without.`);
}

try {
  await run();
} catch (error) {
  console.error(`There is no new backup. ${startTrouble(error)}`);
  process.exitCode = 1;
}
