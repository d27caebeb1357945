import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More than the server has; only lists of varying length (`IN`) keep adding new statements. */
const KEPT_STATEMENTS = 300;

/**
 * Reuses a statement that was prepared earlier for the same text: preparing costs more than most statements
 * take to run. After a change of the schema SQLite itself prepares a kept statement again.
 */
export function reuseStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement<unknown[]>>();
  const prepare = (sql: string) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare<unknown[]>(sql);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, made);
    return made;
  };
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => {
      const statement = prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}
