import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/server/db/engine/context';

/** The folder in which the processes of the integration tests note the statements of the server. */
export const STATEMENTS = 'test-results/statements';

export type NotedStatement = {
  readonly engine: Engine;
  readonly sql: string;
  /** As it was run first; bytes in hexadecimal. */
  readonly parameters: readonly (string | number | null | { readonly hex: string })[];
};

/** Reads what the integration tests noted for an engine since `test-results` was emptied, each text once. */
export function readStatements(engine: Engine): NotedStatement[] {
  const files = existsSync(STATEMENTS) ? readdirSync(STATEMENTS) : [];
  const lines = files.flatMap((name) => readFileSync(join(STATEMENTS, name), 'utf8').split('\n'));
  const noted = lines.flatMap((line): NotedStatement[] => (line === '' ? [] : [JSON.parse(line)]));
  const bySql = new Map(noted.filter((one) => one.engine === engine).map((one) => [one.sql, one]));
  return [...bySql.values()];
}
