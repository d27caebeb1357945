import Sqlite from 'better-sqlite3';
import type { NotedStatement } from '../support/statements';
import { type Scan, SHORT_INDEXES, SHORT_TABLES } from './growing-tables';

const ASKED = /^\s*(?:select|with|update|delete|insert)\b/i;
/** A step of the plan: its kind, the table by its name in the statement, and how. */
const STEP = /^(?<kind>SCAN|SEARCH) (?<name>\w+)(?: USING (?<how>.*))?$/;
const INDEX = /(?:COVERING )?INDEX (?<index>\w+)/;
const CITY_ALONE = /\(city=\?\)$/;

/** Returns the steps of these statements that go through a growing table, or through a whole city of it. */
export function sqliteScans(file: string, statements: readonly NotedStatement[]): Scan[] {
  const database = new Sqlite(file);
  try {
    const tables = new Set(
      (
        database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
      ).map(({ name }) => name),
    );
    return statements
      .filter(({ sql }) => ASKED.test(sql) && !/sqlite_|pragma_/i.test(sql))
      .flatMap(({ sql, parameters }) => {
        const values = parameters.map((value) =>
          typeof value === 'object' && value !== null ? Buffer.from(value.hex, 'hex') : value,
        );
        const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
        return steps.flatMap(({ detail }): Scan[] => {
          const table = scannedTable(detail, sql, tables);
          return table === undefined ? [] : [{ sql, table, plan: detail }];
        });
      });
  } finally {
    database.close();
  }
}

function scannedTable(detail: string, sql: string, tables: ReadonlySet<string>): string | undefined {
  const { kind, name = '', how = '' } = STEP.exec(detail)?.groups ?? {};
  if (kind === undefined) return undefined;
  const table = tableOf(name, sql, tables);
  if (table === undefined || SHORT_TABLES.includes(table)) return undefined;
  const index = INDEX.exec(how)?.groups?.index ?? '';
  if (SHORT_INDEXES.includes(index)) return undefined;
  const isWhole = kind === 'SCAN' || CITY_ALONE.test(how) || how.startsWith('AUTOMATIC');
  return isWhole ? table : undefined;
}

/** The plan names a table by its alias. A part of the statement itself, such as a list of values, is no table. */
function tableOf(name: string, sql: string, tables: ReadonlySet<string>): string | undefined {
  const alias = new RegExp(`"?(\\w+)"?\\s+(?:as\\s+)?"?${name}"?(?![\\w.])`, 'gi');
  for (const [, table = ''] of sql.matchAll(alias)) if (tables.has(table)) return table;
  return tables.has(name) ? name : undefined;
}
