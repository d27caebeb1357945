import { setImmediate as letOthersCome } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ServerContext } from './context';
import { waitForLock } from './wait-for-lock';

/** SQLite: names what has grown tenfold or was never measured, in all tables, and measures nothing. */
const WHAT_TO_MEASURE = 0x10003;

type Db = ServerContext['db'];

/**
 * Keeps what the database knows of its own contents, without which it searches a table by the wrong index and reads
 * all of it. Measures only what has changed much, and of that a bounded sample, index by index: others are answered
 * between.
 */
export async function keepStatistics({ db, engine }: Pick<ServerContext, 'db' | 'engine'>): Promise<void> {
  await (engine === 'sqlite' ? measureSqlite(db) : measurePostgres(db));
}

async function measureSqlite(db: Db): Promise<void> {
  const asked = await sql<Record<string, string>>`PRAGMA optimize = ${sql.lit(WHAT_TO_MEASURE)}`.execute(db);
  for (const statement of asked.rows.flatMap((row) => Object.values(row))) {
    const table = /"([^"]+)"$/.exec(statement)?.[1];
    if (table === undefined) continue;
    const indexes = await sql<{ name: string }>`SELECT name FROM sqlite_schema
      WHERE type = 'index' AND tbl_name = ${table}`.execute(db);
    for (const { name } of [...indexes.rows, ...(indexes.rows.length === 0 ? [{ name: table }] : [])]) {
      await waitForLock(() => sql`ANALYZE ${sql.ref(name)}`.execute(db));
      await letOthersCome();
    }
  }
  // Always: who measures by hand undoes it.
  await countCity(db);
  // Another process may have measured: SQLite reads its figures only when told.
  await waitForLock(() => sql`ANALYZE sqlite_schema`.execute(db));
}

/**
 * Every index begins with the city, of which a database has one, so that the sample (open-database.ts) sees no second. It
 * then says that a city has as few rows as were looked at, and to go through a whole city would look cheap.
 */
async function countCity(db: Db): Promise<void> {
  const known = await sql<{
    idx: string;
    stat: string;
  }>`SELECT idx, stat FROM sqlite_stat1 WHERE idx IS NOT NULL`.execute(db);
  for (const { idx, stat } of known.rows) {
    const [rows = '0', , ...others] = stat.split(' ');
    const right = [rows, rows, ...others].join(' ');
    if (right === stat || others.length === 0) continue;
    await waitForLock(() => sql`UPDATE sqlite_stat1 SET stat = ${right} WHERE idx = ${idx}`.execute(db));
  }
}

/**
 * PostgreSQL does this by itself, but not after a restore, nor where its autovacuum is off. A table without any
 * statistics of its columns is measured whatever else is known: to make an index counts its rows, and what changed is
 * told some time later. The planner then takes one condition for as good as another.
 */
async function measurePostgres(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT s.relname AS name FROM pg_stat_user_tables s
    JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = current_schema()
      AND (c.reltuples < 0 OR s.n_mod_since_analyze > 500 + c.reltuples / 10
        OR NOT EXISTS (SELECT 1 FROM pg_stats p WHERE p.schemaname = s.schemaname AND p.tablename = s.relname))`.execute(
    db,
  );
  for (const { name } of rows) await sql`ANALYZE (SKIP_LOCKED) ${sql.table(name)}`.execute(db);
}
