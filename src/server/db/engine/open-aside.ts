import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from '../schema/tables';

/** A connection knows the statistics of its beginning, and keeps the file open: it stays only while it has work. */
const IDLE_MS = 1_000;
const CONNECTION_MS = 60_000;
const CACHE_KIB = 16_000;

/**
 * What the thread runs: one statement after another. It is text, since the server is one bundled file and its tests run
 * none.
 */
const THREAD = `
const { createRequire } = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');
const Sqlite = createRequire(workerData.from)('better-sqlite3');
let database;
let openedMs = 0;
let idle;
const close = () => {
  database?.close();
  database = undefined;
};
const opened = () => {
  if (performance.now() - openedMs > ${CONNECTION_MS}) close();
  if (database !== undefined) return database;
  openedMs = performance.now();
  database = new Sqlite(workerData.file, { readonly: true, fileMustExist: true, timeout: 1000 });
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -${CACHE_KIB}');
  return database;
};
const checkpoint = () => {
  const writer = new Sqlite(workerData.file, { fileMustExist: true, timeout: 0 });
  try {
    return writer.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    writer.close();
  }
};
parentPort.on('message', ({ id, sql, parameters }) => {
  clearTimeout(idle);
  try {
    const rows = sql === undefined ? checkpoint() : opened().prepare(sql).all(...parameters);
    parentPort.postMessage({ id, rows });
  } catch (error) {
    close();
    parentPort.postMessage({ id, failure: { message: error.message, code: error.code } });
  }
  idle = setTimeout(close, ${IDLE_MS});
});
`;

type Answer = {
  readonly id: number;
  readonly rows?: readonly unknown[];
  readonly failure?: { readonly message: string; readonly code?: string };
};
type Waiting = {
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
};

export type Aside = {
  readonly db: Kysely<Tables>;
  /** Moves what was committed from the log into the file, as far as no reader is in the way. */
  readonly checkpoint: () => Promise<void>;
};

/**
 * Opens an SQLite file for reading in a thread beside the event loop: what reads for seconds there keeps no request
 * waiting. The thread starts when it is first asked. Nothing can be written, and each statement sees the newest commit.
 */
export function openAside(file: string): Aside {
  const driver = new AsideDriver(file);
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (own) => new SqliteIntrospector(own),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { db, checkpoint: () => driver.checkpoint() };
}

class AsideDriver implements Driver {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => ({
        rows: (await this.#ask(sql, parameters)) as Row[],
      }),
      streamQuery: () => {
        throw new Error('the thread aside answers whole');
      },
    };
  }

  async beginTransaction(): Promise<void> {
    throw new Error('the thread aside only reads');
  }

  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#worker?.terminate();
  }

  async checkpoint(): Promise<void> {
    await this.#ask(undefined, []);
  }

  /** Without a statement it makes a checkpoint. */
  async #ask(sql: string | undefined, parameters: readonly unknown[]): Promise<readonly unknown[]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#asked += 1;
    const id = this.#asked;
    worker.ref();
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        worker.postMessage({ id, sql, parameters });
      });
    } finally {
      this.#waiting.delete(id);
      // Alone, the thread keeps no stopping process alive.
      if (this.#waiting.size === 0) worker.unref();
    }
  }

  #start(): Worker {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { file: this.#file, from: import.meta.url },
    });
    worker.on('message', ({ id, rows, failure }: Answer) => {
      if (failure === undefined) this.#waiting.get(id)?.resolve((rows ?? []).map(withBuffers));
      else this.#waiting.get(id)?.reject(Object.assign(new Error(failure.message), { code: failure.code }));
    });
    // A thread that ended (out of memory) is replaced with the next statement.
    const ended = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(error);
    };
    worker.on('error', ended);
    void once(worker, 'exit').then(
      () => ended(new Error('the thread aside ended')),
      () => undefined,
    );
    return worker;
  }
}

/** Between threads a Buffer becomes a plain array of bytes. */
function withBuffers(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
    ]),
  );
}
