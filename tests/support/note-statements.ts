import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Engine } from '../../src/server/db/engine/context';
import { type NotedStatement, STATEMENTS } from './statements';

/*
 * Notes each statement that the server itself runs, once, with the values of its first run: tests/plans asks both
 * databases how they would answer it in a large city. A statement of a test is not noted.
 */
const CARRIED =
  /node_modules|node:|note-statements|[\\/]db[\\/]engine[\\/](?:reuse-statements|bound-pool|open-|prepare-|pipeline)/;
const OURS = /[\\/]src[\\/]server[\\/](?!db[\\/]engine[\\/]migrate)/;
const FRAMES = 200;

const seen = new Set<string>();
const file = join(STATEMENTS, `${process.pid}.jsonl`);

function note(engine: Engine, sql: string, parameters: readonly unknown[]): void {
  const key = `${engine} ${sql}`;
  if (seen.has(key) || !isOurs()) return;
  seen.add(key);
  const noted: NotedStatement = { engine, sql, parameters: parameters.map(plainOf) };
  mkdirSync(STATEMENTS, { recursive: true });
  appendFileSync(file, `${JSON.stringify(noted)}\n`);
}

function isOurs(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const { stack = '' } = new Error('where');
  Error.stackTraceLimit = stackTraceLimit;
  const asking = stack
    .split('\n')
    .find((frame) => /[\\/](?:src|tests)[\\/]/.test(frame) && !CARRIED.test(frame));
  return asking !== undefined && OURS.test(asking);
}

function plainOf(value: unknown): NotedStatement['parameters'][number] {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

type Method = (this: { readonly source: string }, ...parameters: unknown[]) => unknown;

const probe = new Sqlite(':memory:');
const statements: Record<string, Method> = Object.getPrototypeOf(probe.prepare('SELECT 1'));
probe.close();
const NOTED = Symbol.for('mpp.statements-noted');
if (!(NOTED in statements)) {
  Object.defineProperty(statements, NOTED, { value: true });
  for (const name of ['all', 'run', 'get', 'iterate']) {
    const original = statements[name];
    if (original === undefined) continue;
    statements[name] = function noted(...parameters) {
      note('sqlite', this.source, parameters);
      return original.apply(this, parameters);
    };
  }
  const { postMessage } = Worker.prototype;
  Object.assign(Worker.prototype, {
    postMessage(this: Worker, ...values: unknown[]) {
      const [asked] = values;
      if (typeof asked === 'object' && asked !== null && 'sql' in asked && 'parameters' in asked) {
        note('sqlite', String(asked.sql), Array.isArray(asked.parameters) ? asked.parameters : []);
      }
      return Reflect.apply(postMessage, this, values);
    },
  });
  const query: (...values: unknown[]) => unknown = pg.Client.prototype.query;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...values: unknown[]) {
      const [text, parameters] = values;
      if (typeof text === 'string') note('postgres', text, Array.isArray(parameters) ? parameters : []);
      return query.apply(this, values);
    },
  });
}
