import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/server/db/context';
import { type Database, openDatabase } from '../../src/server/db/open-database';
import { findPostgres } from './find-postgres';
import { type RunningPostgres, startPostgres } from './start-postgres';

const bin = findPostgres();

if (bin === undefined) {
  if (process.env.CI) throw new Error('No PostgreSQL: with CI set its tests must run');
  process.stderr.write('No PostgreSQL: its tests are left out (Debian: "postgresql", or PG_BIN)\n');
}

/** The engines that tests run on here. */
export const engines: readonly Engine[] = bin === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

export type TestDatabase = {
  /** Another connection to the same database. */
  readonly open: () => Promise<Database>;
  /** Closes all of them. */
  readonly close: () => Promise<void>;
};

export type TestDatabases = {
  /** An empty database. */
  readonly create: () => Promise<TestDatabase>;
  /** Closes what was opened and removes all data. */
  readonly stop: () => Promise<void>;
};

export function startDatabases(engine: Engine): TestDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-db-'));
  const created: TestDatabase[] = [];
  let postgres: Promise<RunningPostgres> | undefined;
  const place = async () => {
    if (engine === 'postgres' && bin !== undefined) {
      postgres ??= startPostgres(bin);
      return { postgresUrl: await (await postgres).createDatabase() };
    }
    return { sqliteFile: join(folder, `${created.length}.sqlite`) };
  };
  return {
    create: async () => {
      const database = placed(await place());
      created.push(database);
      return database;
    },
    stop: async () => {
      for (const database of created) await database.close();
      if (postgres !== undefined) await (await postgres).stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function placed(where: Parameters<typeof openDatabase>[0]): TestDatabase {
  const opened: Database[] = [];
  return {
    open: async () => {
      const database = await openDatabase(where);
      opened.push(database);
      return database;
    },
    close: async () => {
      for (const database of opened.splice(0)) await database.close();
    },
  };
}
