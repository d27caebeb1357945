import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/server/db/engine/context';
import { type Database, openDatabase } from '../../src/server/db/engine/open-database';
import { findPostgres } from './find-postgres';
import { makeMigratedFile } from './migrated-file';
import type { AskedDatabase } from './share-postgres';

const bin = findPostgres();

if (bin === undefined) {
  if (process.env.CI) throw new Error('No PostgreSQL: where CI is set, the PostgreSQL tests must run');
  process.stderr.write('No PostgreSQL: its tests are left out (Debian: "postgresql", or set PG_BIN)\n');
}

/** The database engines that this machine can run the tests on. */
export const engines: readonly Engine[] = bin === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

export type TestDatabase = {
  /** Where the database is, for a separate process that opens it. */
  readonly where: Parameters<typeof openDatabase>[0];
  /** Opens another connection to the same database. */
  readonly open: () => Promise<Database>;
  /** Closes every connection that `open` made. */
  readonly close: () => Promise<void>;
};

export type TestDatabases = {
  /** Creates a database of the newest version, without data. */
  readonly create: () => Promise<TestDatabase>;
  /** Creates an empty database, for a test that migrates it: the steps take most of a test's time. */
  readonly createEmpty: () => Promise<TestDatabase>;
  /** Closes the databases and removes all data. */
  readonly stop: () => Promise<void>;
};

export function startDatabases(engine: Engine): TestDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-db-'));
  const created: TestDatabase[] = [];
  const postgresUrls: string[] = [];
  let made = 0;
  const place = async (asked: AskedDatabase) => {
    if (engine === 'postgres') {
      const postgresUrl = await askPostgres('POST', asked);
      postgresUrls.push(postgresUrl);
      return { postgresUrl };
    }
    made += 1;
    const sqliteFile = join(folder, `${made}.sqlite`);
    if (asked === 'migrated') await makeMigratedFile(sqliteFile);
    return { sqliteFile };
  };
  const create = async (asked: AskedDatabase) => {
    const database = placed(await place(asked));
    created.push(database);
    return database;
  };
  return {
    create: () => create('migrated'),
    createEmpty: () => create('empty'),
    stop: async () => {
      for (const database of created) await database.close();
      for (const url of postgresUrls) await askPostgres('DELETE', url);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Asks the server of share-postgres.ts. Vitest is imported only here, because the browser tests use SQLite
 * and run without it.
 */
async function askPostgres(method: 'POST' | 'DELETE', body: string): Promise<string> {
  const { inject } = await import('vitest');
  const answer = await fetch(inject('postgresDatabases'), { method, body });
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return said;
}

function placed(where: TestDatabase['where']): TestDatabase {
  const opened: Database[] = [];
  return {
    where,
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
