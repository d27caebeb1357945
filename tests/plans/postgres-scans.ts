import pg from 'pg';
import type { NotedStatement } from '../support/statements';
import { type Scan, SHORT_INDEXES, SHORT_TABLES } from './growing-tables';

const ASKED = /^\s*(?:select|with|update|delete|insert)\b/i;
const CITY_ALONE = /^\(?\(?(?:\w+\.)?city = [^()]*\)?\)?$/;

/**
 * PostgreSQL reads a short table whole, and joins two by reading both whole, though an index leads to the rows. Any city of
 * a test is short: what is asked is whether an index does.
 */
const OF_SHORT_TABLES = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_bitmapscan'];

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
};

/** Returns the steps of these statements that go through a growing table, or through a whole city of it. */
export async function postgresScans(url: string, statements: readonly NotedStatement[]): Promise<Scan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; of: string }>(
      'SELECT indexname AS name, tablename AS of FROM pg_indexes WHERE schemaname = current_schema()',
    );
    const tableOfIndex = new Map(rows.map((row) => [row.name, row.of]));
    for (const way of OF_SHORT_TABLES) await client.query(`SET ${way} = off`);
    const scans: Scan[] = [];
    for (const { sql, parameters } of statements) {
      if (!ASKED.test(sql) || /\bpg_|information_schema/i.test(sql)) continue;
      const values = parameters.map((value) =>
        typeof value === 'object' && value !== null ? Buffer.from(value.hex, 'hex') : value,
      );
      const answer = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `EXPLAIN (FORMAT JSON) ${sql}`,
        values,
      );
      for (const row of answer.rows) {
        for (const node of nodesOf(row['QUERY PLAN'][0].Plan)) {
          const table = scannedTable(node, tableOfIndex);
          if (table !== undefined) scans.push({ sql, table, plan: planOf(node) });
        }
      }
    }
    return scans;
  } finally {
    await client.end();
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function scannedTable(node: Node, tableOfIndex: ReadonlyMap<string, string>): string | undefined {
  const index = node['Index Name'];
  const table = node['Relation Name'] ?? (index === undefined ? undefined : tableOfIndex.get(index));
  if (table === undefined || SHORT_TABLES.includes(table)) return undefined;
  if (node['Node Type'] === 'Seq Scan') return table;
  if (index === undefined || SHORT_INDEXES.includes(index)) return undefined;
  const condition = node['Index Cond'];
  return condition === undefined || CITY_ALONE.test(condition) ? table : undefined;
}

function planOf(node: Node): string {
  return [node['Node Type'], node['Index Name'], node['Index Cond']].filter(Boolean).join(' ');
}
