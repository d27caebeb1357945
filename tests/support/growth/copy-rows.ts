import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import type { Row, RowWriter } from './insert-rows';

type Copy = {
  readonly add: (text: string) => Promise<void>;
  /** Fails where the table did not take the rows. */
  readonly end: () => Promise<void>;
};

/** Writes into a PostgreSQL database of a superuser, as writeSqlite does into a file: one `COPY` for each table. */
export async function writePostgres(url: string): Promise<RowWriter> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const indexes = await client.query<{ name: string; sql: string }>(
    `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema()
      AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  const copies = new Map<string, Copy>();
  return {
    insert: async (table, rows) => {
      const names = Object.keys(rows[0] ?? {});
      if (names.length === 0) return;
      const to = `${table} (${names})`;
      const copy = copies.get(to) ?? startCopy(url, to);
      copies.set(to, copy);
      await copy.add(rows.map(lineOf).join(''));
    },
    close: async () => {
      await Promise.all([...copies.values()].map((copy) => copy.end()));
      for (const { sql } of indexes.rows) await client.query(sql);
      await client.end();
    },
  };
}

function startCopy(url: string, to: string): Copy {
  const child = spawn('psql', ['--quiet', '--no-psqlrc', `--command=COPY ${to} FROM STDIN`, url], {
    env: { ...process.env, PGOPTIONS: '-c session_replication_role=replica' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  // What psql says when it ends tells more than the pipe that broke.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  return {
    add: async (text) => {
      if (!child.stdin.write(text)) await Promise.race([once(child.stdin, 'drain'), ended]);
    },
    end: async () => {
      child.stdin.end();
      const [code] = await ended;
      if (code !== 0) throw new Error(`psql could not fill ${to}: ${said}`);
    },
  };
}

function lineOf(row: Row): string {
  return `${Object.values(row).map(fieldOf).join('\t')}\n`;
}

function fieldOf(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
