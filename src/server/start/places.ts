import { join } from 'node:path';
import type { openDatabase } from '../db/engine/open-database';
import type { Settings } from './read-settings';

type Where = Pick<Settings, 'dataDir' | 'postgresUrl'>;

/** Returns where the city's database is. */
export function databasePlace({ dataDir, postgresUrl }: Where): Parameters<typeof openDatabase>[0] {
  return postgresUrl === undefined ? { sqliteFile: join(dataDir, 'mpp-mobile.sqlite') } : { postgresUrl };
}

export function keysPath({ dataDir }: Pick<Where, 'dataDir'>): string {
  return join(dataDir, 'keys.json');
}
