import { databasePlace } from '../places';
import type { Settings } from '../read-settings';
import { compact } from './backup-folder';
import type { CopyMaker } from './copies';
import { sqliteCopies } from './sqlite-copies';

/** How the database of these settings is copied. */
export async function copiesOf(
  settings: Pick<Settings, 'dataDir' | 'postgresUrl'>,
  nowMs: number,
): Promise<CopyMaker> {
  const place = databasePlace(settings);
  if ('sqliteFile' in place) return sqliteCopies(place.sqliteFile, compact(nowMs));
  const { postgresCopies } = await import('./postgres-copies');
  return postgresCopies(place.postgresUrl, compact(nowMs));
}
