import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables';

/** Stands in a compiled query for a value that is known only when it runs. */
class Parameter {
  constructor(readonly name: string) {}
}

/**
 * A query whose text is built once for each database: building it costs more than SQLite takes to answer. `build` may
 * put each of its parameters in the place of a value, and nowhere else: it never learns what they will be.
 */
export function prepareQuery<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Kysely<Tables>, parameters: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    // A transaction has the adapter of its database.
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (query === undefined) {
      query = build(db, standIns<Values>()).compile();
      compiled.set(adapter, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Parameter ? values[parameter.name] : parameter,
    );
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function standIns<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Parameter(String(name)) });
}
