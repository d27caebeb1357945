import type { Kysely } from 'kysely';
import type { City } from '../../domain/city/city';
import type { Keys } from './keys';
import type { Tables } from './tables';

export type Engine = 'sqlite' | 'postgres';

/** All that commands, queries and jobs are given from outside. */
export type ServerContext = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly city: City;
  /** Unix milliseconds. */
  readonly clock: () => number;
  readonly randomBytes: (n: number) => Uint8Array;
  readonly keys: Keys;
  /** Told of every error behind a `retry`, which the phone sees no more of. */
  readonly report?: (error: unknown) => void;
};
