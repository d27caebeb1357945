import type { Kysely } from 'kysely';
import type { City } from '../../../domain/city/city';
import type { Tables } from '../schema/tables';
import type { Keys } from '../secret/keys';

export type Engine = 'sqlite' | 'postgres';

/** Everything that commands, queries and jobs get from outside. */
export type ServerContext = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /**
   * The same database, read outside of the event loop: for what takes long by nature. Absent where `db` itself does so
   * (PostgreSQL), or a test has no use for it.
   */
  readonly aside?: Kysely<Tables>;
  /**
   * The city according to the newest configuration this process knows; re-read when a transaction or a
   * request begins.
   */
  readonly city: City;
  /** Revision of that configuration; 0, or absent, for the city as the program was built. */
  readonly cityRevision?: () => number;
  /**
   * The generation of the database, as `refreshCity` last read it (db/city/generations.ts); absent where the
   * city is fixed.
   */
  readonly generation?: () => string | undefined;
  /** Reads the generation and looks for a newer configuration; absent where the city is fixed. */
  readonly refreshCity?: (db: Kysely<Tables>) => Promise<void>;
  /** Unix milliseconds. */
  readonly clock: () => number;
  readonly randomBytes: (n: number) => Uint8Array;
  readonly keys: Keys;
  /** Receives every error behind a `retry`; the phone only learns that it has to send again. */
  readonly report?: (error: unknown) => void;
};

/** Returns the context of a read that takes long: no other request waits for it. */
export function asideOf(context: ServerContext): ServerContext {
  const { aside } = context;
  return aside === undefined ? context : { ...context, db: aside };
}
