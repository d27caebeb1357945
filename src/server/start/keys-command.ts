import { existsSync } from 'node:fs';
import pino from 'pino';
import { metro } from '../../city/metro/metro';
import { openDatabase } from '../db/engine/open-database';
import { checkKeys } from '../db/secret/check-keys';
import { reseal } from '../jobs/secret/reseal';
import { addKey, followKeys } from './keys-file';
import { databasePlace, keysPath } from './places';
import { readSettings, type Settings } from './read-settings';
import { startTrouble } from './start-trouble';
import { systemContext } from './system-context';

const USAGE = `npm run keys -- new      makes a key, under which new values are encrypted
npm run keys -- reseal   encrypts the existing values under it too, while the server runs`;

/** `npm run keys`: lets whoever runs the server make keys and encrypt again under a new one. */
async function run(work: string | undefined): Promise<void> {
  const settings = readSettings(process.env);
  const path = keysPath(settings);
  if (work === 'new') {
    console.log(`Key ${addKey(path)} is now the current key in ${path}. Keep a copy of that file elsewhere.`);
    console.log('Restart the server, every process of it, then run: npm run keys -- reseal');
  } else if (work === 'reseal') {
    await resealAll(settings, path);
  } else {
    throw new Error(`Use one of these commands:\n${USAGE}`);
  }
}

async function resealAll(settings: Settings, path: string): Promise<void> {
  const place = databasePlace(settings);
  if ('sqliteFile' in place && !existsSync(place.sqliteFile))
    throw new Error(`There is no ${place.sqliteFile}`);
  const keys = followKeys(path, true);
  const database = await openDatabase(place);
  try {
    const logger = pino({ level: settings.logLevel, base: null }, pino.destination(2));
    const context = systemContext(database, metro, keys, logger);
    await checkKeys(context);
    const { done, left } = await reseal(context, (count) => {
      if (count % 1_000 === 0 && count > 0) console.log(`${count} values`);
    });
    console.log(`${done} values are now under key ${keys.encryption.current}, ${left} are left.`);
    if (left > 0) {
      throw new Error(
        'A process without the new key encrypted them. Restart it, then run this command again',
      );
    }
  } finally {
    await database.close();
  }
}

try {
  await run(process.argv[2]);
} catch (error) {
  console.error(startTrouble(error));
  process.exitCode = 1;
}
