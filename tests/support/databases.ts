import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/server/db/engine/context';
import { type Database, openDatabase } from '../../src/server/db/engine/open-database';
import { findPostgres } from './find-postgres';

const bin = findPostgres();

if (bin === undefined) {
  if (process.env.CI) throw new Error('No PostgreSQL: with CI set its tests must run');
  process.stderr.write('No PostgreSQL: its tests are left out (Debian: "postgresql", or PG_BIN)\n');
}

/** The engines that tests run on here. */
export const engines: readonly Engine[] = bin === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

export type TestDatabase = {
  /** For a process of its own to open. */
  readonly where: Parameters<typeof openDatabase>[0];
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
  const postgresUrls: string[] = [];
  const place = async () => {
    if (engine === 'postgres') {
      const postgresUrl = await askPostgres('POST');
      postgresUrls.push(postgresUrl);
      return { postgresUrl };
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
      for (const url of postgresUrls) await askPostgres('DELETE', url);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** See share-postgres.ts. Vitest is loaded here alone: the browser's tests use SQLite, under another runner. */
async function askPostgres(method: 'POST' | 'DELETE', body: string | null = null): Promise<string> {
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
