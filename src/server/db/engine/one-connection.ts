import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** The one connection of an SQLite file, whose statements answer at once. */
export type OneConnection = {
  /** A statement of anyone else must wait for its end. */
  readonly inTransaction: () => boolean;
  /** Rows of a prepared statement; none where it only writes. */
  readonly run: (sql: string, parameters: readonly unknown[]) => unknown[];
};

const byAdapter = new WeakMap<object, OneConnection>();

/** Lets prepared queries run without the promises and waits that a pool of connections needs. */
export function keepConnection(db: Kysely<Tables>, connection: OneConnection): void {
  byAdapter.set(db.getExecutor().adapter, connection);
}

/** Of a database's adapter, which its transactions share; none for PostgreSQL. */
export function connectionOf(adapter: object): OneConnection | undefined {
  return byAdapter.get(adapter);
}
