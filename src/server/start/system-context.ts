import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { City } from '../../domain/city/city';
import { followCity } from '../db/city/follow-city';
import type { ServerContext } from '../db/engine/context';
import type { Keys } from '../db/secret/keys';
import { describeError } from '../http/frame/describe-error';

type Database = Pick<ServerContext, 'db' | 'engine' | 'aside'>;

/** Builds the context with this machine's clock and random bytes; the error behind a `retry` is logged. */
export function systemContext(
  { db, engine, aside }: Database,
  city: City,
  keys: Keys,
  logger: FastifyBaseLogger,
  clock: () => number = Date.now,
): ServerContext {
  const report = (error: unknown) => logger.error({ error: describeError(error) }, 'command failed');
  const follower = followCity(city);
  return {
    db,
    engine,
    ...(aside === undefined ? {} : { aside }),
    get city() {
      return follower.city();
    },
    cityRevision: follower.revision,
    generation: follower.generation,
    refreshCity: follower.refresh,
    keys,
    clock,
    randomBytes,
    report,
  };
}
