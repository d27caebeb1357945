import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { City } from '../../domain/city/city';
import { loadCity } from '../db/city/load-city';
import { hasRows } from '../db/engine/has-rows';
import { keepStatistics } from '../db/engine/keep-statistics';
import { migrate } from '../db/engine/migrate';
import { type Database, openDatabase } from '../db/engine/open-database';
import { waitForLock } from '../db/engine/wait-for-lock';
import { checkKeys } from '../db/secret/check-keys';
import type { Keys } from '../db/secret/keys';
import { followKeys } from './keys-file';
import { databasePlace, keysPath } from './places';
import type { Settings } from './read-settings';

export type CityDatabase = { readonly database: Database; readonly keys: Keys };

/**
 * Opens the city's database and its keys, migrated and known to fit each other. Keys without a database mean
 * that the database is elsewhere, for instance on a volume that is not mounted: an empty database is made
 * only if the operator asks for it.
 */
export async function openCityDatabase(
  settings: Pick<Settings, 'dataDir' | 'postgresUrl' | 'isNewDatabase'> & Partial<Pick<Settings, 'keysFile'>>,
  city: City,
  report: (words: string) => void = () => undefined,
): Promise<CityDatabase> {
  const place = databasePlace(settings);
  const path = keysPath(settings);
  // Checked before the database, because another process's first start makes its keys last.
  const mustBeThere = existsSync(path) && !settings.isNewDatabase;
  if (mustBeThere && 'sqliteFile' in place && !existsSync(place.sqliteFile))
    throw new LostDatabase(path, place.sqliteFile);
  const database = await openDatabase(place);
  try {
    if (mustBeThere && (await database.db.introspection.getTables()).length === 0) {
      throw new LostDatabase(path, 'sqliteFile' in place ? place.sqliteFile : 'tables in DATABASE_URL');
    }
    await migrate(database.db, database.engine, undefined, report);
    await keepStatistics(database);
    const keys = followKeys(path, await hasRows(database.db));
    await waitForLock(() => loadCity(database.db, city, Date.now()));
    await waitForLock(() => checkKeys({ db: database.db, city, keys, randomBytes }));
    return { database, keys };
  } catch (error) {
    await database.close();
    throw error;
  }
}

class LostDatabase extends Error {
  constructor(keys: string, missing: string) {
    super(
      `There are keys (${keys}) and no ${missing}. Is a disk not mounted, or DATA_DIR or DATABASE_URL another one? ` +
        'To begin with an empty database under these keys, start once with NEW_DATABASE=1',
    );
  }
}
