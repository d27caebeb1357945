import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../schema/tables';

const INT8_OID = 20;
const MAX_CONNECTIONS = 10;

/** Opens a pool of connections. `lockWaitMs` is how long to wait for another process's write. */
export function openPostgres(connectionString: string, lockWaitMs: number): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString,
    max: MAX_CONNECTIONS,
    lock_timeout: lockWaitMs,
    statement_timeout: lockWaitMs * 2,
    connectionTimeoutMillis: lockWaitMs,
    types: {
      // Every 64-bit column holds a count or Unix milliseconds, far below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // The pool replaces a connection that was lost while idle; without a listener the error would end the
  // process.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
