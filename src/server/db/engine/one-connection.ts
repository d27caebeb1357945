import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** The single connection of an SQLite file, whose statements answer at once. */
export type OneConnection = {
  /** While this is true, a statement from outside the transaction must wait for its end. */
  readonly inTransaction: () => boolean;
  /** Runs a prepared statement and returns its rows; empty where it only writes. */
  readonly run: (sql: string, parameters: readonly unknown[]) => unknown[];
};

const byAdapter = new WeakMap<object, OneConnection>();

/** Lets prepared queries run without the promises and waits that a pool of connections needs. */
export function keepConnection(db: Kysely<Tables>, connection: OneConnection): void {
  byAdapter.set(db.getExecutor().adapter, connection);
}

/**
 * Returns the connection for a database's adapter, which its transactions share; `undefined` for PostgreSQL.
 */
export function connectionOf(adapter: object): OneConnection | undefined {
  return byAdapter.get(adapter);
}
