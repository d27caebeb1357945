import {
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
} from 'kysely';
import type { Tables } from '../schema/tables';
import { poolOf } from './bound-pool';
import { connectionOf } from './one-connection';
import { pipelineOf } from './pipeline';

/** Stands in a compiled query for a value that is known only when the query runs. */
class Parameter {
  constructor(readonly name: string) {}
}

/**
 * Prepares a query whose text is built once for each database: building it costs more than SQLite takes to
 * answer. `build` may put each of its parameters in the place of a value, and nowhere else, because it never
 * learns their values. Other values become part of the text.
 */
export function prepareQuery<Values extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Kysely<Tables>, parameters: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    // A transaction has the same adapter as its database.
    const { adapter } = db.getExecutor();
    let query = compiled.get(adapter);
    if (query === undefined) {
      query = build(db.withPlugin(constantsInText), standIns<Values>()).compile();
      compiled.set(adapter, query);
      poolOf(db)?.keepPlan(query.sql);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Parameter ? values[parameter.name] : parameter,
    );
    const connection = connectionOf(adapter);
    if (connection !== undefined && (db.isTransaction || !connection.inTransaction())) {
      return connection.run(query.sql, parameters) as Row[];
    }
    const pipeline = pipelineOf(db);
    if (pipeline !== undefined) return (await pipeline.ask(query.sql, parameters)).rows;
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function standIns<Values extends object>(): Values {
  return new Proxy({} as Values, { get: (_, name) => new Parameter(String(name)) });
}

/**
 * SQLite plans a statement again each time a bound value on which its plan depends is set: a limit, or a
 * value in a partial index's condition. Planning takes far longer than running, so constants must not be
 * bound.
 */
class ConstantsInText extends OperationNodeTransformer {
  protected override transformValue({ value }: ValueNode): ValueNode {
    return asText(value);
  }
  protected override transformPrimitiveValueList({ values }: PrimitiveValueListNode) {
    // A query accepts either kind of list in this place.
    return ValueListNode.create(values.map(asText)) as OperationNode as PrimitiveValueListNode;
  }
}

function asText(value: unknown): ValueNode {
  return value instanceof Parameter ? ValueNode.create(value) : ValueNode.createImmediate(value);
}

const transformer = new ConstantsInText();
const constantsInText: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
