import { type InsertQueryBuilder, type InsertResult, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../schema/tables';
import { pipelineOf, sendAhead } from './pipeline';
import { prepareQuery } from './prepare-query';

type Insert =
  | { [Table in keyof Tables]: InsertQueryBuilder<Tables, Table, InsertResult> }[keyof Tables]
  | RawBuilder<Record<string, unknown>>;

/** One insert, with parameters in the place of values (prepare-query.ts). */
export type WritePart<Values> = (db: Kysely<Tables>, parameters: Values) => Insert;

/**
 * Prepares inserts that PostgreSQL gets as one statement, whose answer is waited for with the whole group's (pipeline.ts):
 * each round trip is made while the city's counter is locked. Checks, foreign keys and triggers look at the rows after all
 * of them. SQLite, which answers at once, gets them one after another. A parameter's name means the same in each part.
 */
export function prepareWrites<Values extends Readonly<Record<string, unknown>>>(
  parts: readonly WritePart<Values>[],
): (tx: Kysely<Tables>, values: Values) => Promise<void> {
  const singly = parts.map((part) =>
    prepareQuery<Values, unknown>((db, values) => {
      const insert = part(db, values);
      return 'isRawBuilder' in insert ? { compile: () => insert.compile(db) } : insert;
    }),
  );
  const together = prepareQuery<Values, unknown>((db, values) => {
    let all = db.with('part_0', () => sql`(SELECT 1)`);
    for (const [at, part] of parts.entries()) {
      const insert = part(db, values);
      all = all.with(`part_${at + 1}`, () => ('isRawBuilder' in insert ? sql`(${insert})` : insert));
    }
    return all.selectNoFrom(sql.lit(1).as('done'));
  });
  return async (tx, values) => {
    const pipeline = pipelineOf(tx);
    if (pipeline !== undefined) sendAhead(pipeline, together(tx, values));
    else for (const write of singly) await write(tx, values);
  };
}
