import type { Kysely, PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Tables } from '../schema/tables';
import { DatabaseAwayError } from './database-away';
import { KeptPlans } from './kept-plans';

export type Ask = (text: string, parameters: readonly unknown[]) => Promise<Answer>;
type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>;

/** Not a statement: a connection answers it with the function that asks on it (pipeline.ts). */
export const WHO_ASKS = 'who asks';

/**
 * A pool that survives its server. A connection that is lost while somebody has it tells so as an event, which would end
 * the process; a host that vanishes without a word never answers, so that each statement has its limit, and a connection
 * that passed it is never used again, nor are those from before it.
 */
export class BoundPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #statementMs: number;
  readonly #era = new WeakMap<pg.PoolClient, number>();
  readonly #inTransaction = new Set<pg.PoolClient>();
  readonly #plans = new KeptPlans();
  /** Counts the times that a connection fell silent. */
  #silences = 0;
  #isBound = true;

  /** `statementMs`: how long an answer is waited for. */
  constructor(config: pg.PoolConfig, statementMs: number) {
    this.#pool = new pg.Pool(config);
    this.#statementMs = statementMs;
    // What is lost while idle is replaced by the pool, what is lost in use fails its statement: nothing else is to be done.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => {
      this.#era.set(client, this.#silences);
      client.on('error', () => undefined);
    });
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#checkOut();
    const ask: Ask = (text, parameters) => this.#ask(client, text, parameters);
    const query: Ask = async (text, parameters) => {
      if (text === WHO_ASKS) return { command: 'SELECT', rowCount: 1, rows: [{ ask }] };
      if (text === 'begin') this.#inTransaction.add(client);
      return ask(text, parameters);
    };
    return {
      // Cursors are not used.
      query: query as unknown as PostgresPoolClient['query'],
      release: () => {
        this.#inTransaction.delete(client);
        // The pool drops what was ended.
        client.release();
      },
    };
  }

  /** Lets the database keep the plan of a statement that is always the same (kept-plans.ts). */
  keepPlan(text: string): void {
    this.#plans.keep(text);
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  /** Cuts off every transaction that is open: its statement fails at once, and nothing of it is committed from then on. */
  endTransactions(): void {
    for (const client of this.#inTransaction) this.#silence(client);
  }

  /** Lets statements take as long as they like while `work` runs: a migration of many rows does. */
  async unbound<T>(work: () => Promise<T>): Promise<T> {
    this.#isBound = false;
    try {
      return await work();
    } finally {
      this.#isBound = true;
    }
  }

  /** One that the pool kept from before a silence is likely as dead, and would take a request's time to be found so. */
  async #checkOut(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await this.#pool.connect().catch((error: unknown) => {
        throw named(error);
      });
      if (this.#era.get(client) === this.#silences) return client;
      client.release(true);
    }
  }

  async #ask(client: pg.PoolClient, text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    const timer = this.#isBound ? setTimeout(() => this.#silence(client), this.#statementMs) : undefined;
    try {
      const name = this.#plans.nameOf(text);
      const values = [...parameters];
      return await (name === undefined ? client.query(text, values) : client.query({ name, text, values }));
    } catch (error) {
      throw named(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A statement under way fails. By itself the end of a pipelined connection would wait for its answers. */
  #silence(client: pg.PoolClient): void {
    this.#silences += 1;
    if (client instanceof pg.Client) client.connection.stream.destroy();
    void client.end();
  }
}

/** What the driver says in words alone (a connection that ended, none free in time) gets a name. */
function named(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TypeError || 'code' in error) return error;
  return new DatabaseAwayError(error.message, { cause: error });
}

const byAdapter = new WeakMap<object, BoundPool>();

export function keepPool(db: Kysely<Tables>, pool: BoundPool): void {
  byAdapter.set(db.getExecutor().adapter, pool);
}

/** Of a PostgreSQL database; none for SQLite, which answers or fails by itself. */
export function poolOf(db: Kysely<Tables>): BoundPool | undefined {
  return byAdapter.get(db.getExecutor().adapter);
}
