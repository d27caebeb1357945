import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { City } from '../../domain/city/city';
import { loadCity } from '../db/city/load-city';
import type { ServerContext } from '../db/engine/context';
import { migrate } from '../db/engine/migrate';
import { openDatabase } from '../db/engine/open-database';
import { checkKeys } from '../db/secret/check-keys';
import { loadKeys } from '../start/keys-file';
import { systemContext } from '../start/system-context';

export type PracticeContextOptions = {
  readonly city: City;
  readonly logger: FastifyBaseLogger;
  /** Unix milliseconds. */
  readonly clock: () => number;
};

export type PracticeContext = { readonly context: ServerContext; readonly close: () => Promise<void> };

/**
 * Opens the context of the practice city: a database and keys in its own folder. It gets a path and nothing
 * of the real server, so that no code running in practice can name a real row.
 */
export async function openPracticeContext(
  folder: string,
  { city, logger, clock }: PracticeContextOptions,
): Promise<PracticeContext> {
  const keys = loadKeys(join(folder, 'keys.json'), false);
  const database = await openDatabase({ sqliteFile: join(folder, 'latihan.sqlite') });
  await migrate(database.db, database.engine);
  await loadCity(database.db, city, clock());
  const context = systemContext(database, city, keys, logger, clock);
  try {
    await checkKeys(context);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { context, close: database.close };
}
