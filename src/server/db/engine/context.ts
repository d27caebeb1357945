import type { Kysely } from 'kysely';
import type { City } from '../../../domain/city/city';
import type { Tables } from '../schema/tables';
import type { Keys } from '../secret/keys';

export type Engine = 'sqlite' | 'postgres';

/** All that commands, queries and jobs are given from outside. */
export type ServerContext = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** As its newest configuration known to this process has it; read anew when a transaction or a request begins. */
  readonly city: City;
  /** Of that configuration; 0, or absent, for the city as the program was built with. */
  readonly cityRevision?: () => number;
  /** Looks for a newer configuration; absent where the city is fixed. */
  readonly refreshCity?: (db: Kysely<Tables>) => Promise<void>;
  /** Unix milliseconds. */
  readonly clock: () => number;
  readonly randomBytes: (n: number) => Uint8Array;
  readonly keys: Keys;
  /** Told of every error behind a `retry`, which the phone sees no more of. */
  readonly report?: (error: unknown) => void;
};
