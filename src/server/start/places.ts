import { join } from 'node:path';
import type { openDatabase } from '../db/engine/open-database';
import type { Settings } from './read-settings';

type Where = Pick<Settings, 'dataDir' | 'postgresUrl'>;

/** Returns where the city's database is. */
export function databasePlace({ dataDir, postgresUrl }: Where): Parameters<typeof openDatabase>[0] {
  return postgresUrl === undefined ? { sqliteFile: join(dataDir, 'mpp-mobile.sqlite') } : { postgresUrl };
}

/** Returns where the keys are: beside the database, unless the operator keeps them apart from it. */
export function keysPath({
  dataDir,
  keysFile,
}: Pick<Settings, 'dataDir'> & Partial<Pick<Settings, 'keysFile'>>): string {
  return keysFile ?? join(dataDir, 'keys.json');
}
