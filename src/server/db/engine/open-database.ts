import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Tables } from '../schema/tables';
import { checkpointAside } from './checkpoint-aside';
import type { Engine } from './context';
import { keepConnection } from './one-connection';
import { openAside } from './open-aside';
import { reuseStatements } from './reuse-statements';

export type Database = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Reads outside of the event loop (open-aside.ts); only SQLite needs it. */
  readonly aside?: Kysely<Tables>;
  readonly close: () => Promise<void>;
};

/** How long to wait for another process's write; well under the phone's 10 s. */
const LOCK_WAIT_MS = 5_000;
/** SQLite waits within the event loop, which stops all else; longer waits are made outside it (wait-for-lock.ts). */
const BLOCKED_MS = 100;
/** 64 MB, of which the thread aside has written back nearly all by then (checkpoint-aside.ts). */
const CHECKPOINT_PAGES = 16_000;

/** Of each index, when the statistics are kept (keep-statistics.ts): milliseconds, however large it is. */
const ANALYSED_ROWS = 200;

/** Opens an SQLite file (created if absent) or a PostgreSQL database. */
export async function openDatabase(
  where: { readonly sqliteFile: string } | { readonly postgresUrl: string },
): Promise<Database> {
  if ('sqliteFile' in where) return openSqlite(where.sqliteFile);
  // The PostgreSQL driver is loaded only where it is used: most cities have one server and SQLite.
  const { openPostgres } = await import('./open-postgres');
  const db = openPostgres(where.postgresUrl, LOCK_WAIT_MS);
  return { db, engine: 'postgres', close: () => db.destroy() };
}

function openSqlite(file: string): Database {
  const database = new Sqlite(file, { timeout: LOCK_WAIT_MS });
  database.pragma('journal_mode = WAL');
  // Every commit is synced, so that an acknowledged booking survives a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Erased data are overwritten, not only removed from the tables (erase-booking.ts).
  database.pragma('secure_delete = ON');
  // Keeps in memory what a savepoint may roll back (write-city.ts): as a file it would be most of what is
  // written.
  database.pragma('temp_store = MEMORY');
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  database.pragma(`analysis_limit = ${ANALYSED_ROWS}`);
  // At the start nobody else waits.
  database.pragma(`busy_timeout = ${BLOCKED_MS}`);
  const statements = reuseStatements(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: statements }) });
  keepConnection(db, {
    inTransaction: () => database.inTransaction,
    run: (sql, parameters) => {
      const statement = statements.prepare(sql);
      if (statement.reader) return statement.all(parameters);
      statement.run(parameters);
      return [];
    },
  });
  const aside = openAside(file);
  const stopCheckpoints = checkpointAside(database, file, aside);
  const close = async () => {
    stopCheckpoints();
    await aside.db.destroy();
    await db.destroy();
  };
  return { db, engine: 'sqlite', aside: aside.db, close };
}
