import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../schema/tables';
import { BoundPool, keepPool } from './bound-pool';

const INT8_OID = 20;
const MAX_CONNECTIONS = 10;
/** Nobody waits longer: a phone gives up after 10 s. */
const STATEMENT_MS = 8_000;
/** The server's own limit comes first where there is a server: the connection stays good. */
const ANSWER_MS = STATEMENT_MS + 1_000;
/** Ends a transaction whose process vanished: it would keep the city's counter from all others. */
const IDLE_TRANSACTION_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;
/** With a connection go the plans that it kept (kept-plans.ts). */
const CONNECTION_S = 600;

/** Opens a pool of connections. `lockWaitMs` is how long to wait for another process's write. */
export function openPostgres(connectionString: string, lockWaitMs: number): Kysely<Tables> {
  const pool = new BoundPool(
    {
      connectionString,
      max: MAX_CONNECTIONS,
      pipeline: true,
      maxLifetimeSeconds: CONNECTION_S,
      lock_timeout: lockWaitMs,
      statement_timeout: STATEMENT_MS,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
      connectionTimeoutMillis: lockWaitMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      types: {
        // Every 64-bit column holds a count or Unix milliseconds, far below 2^53.
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format),
      },
    },
    ANSWER_MS,
  );
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  keepPool(db, pool);
  return db;
}
