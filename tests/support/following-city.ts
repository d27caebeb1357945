import { metro } from '../../src/city/metro/metro';
import { followCity } from '../../src/server/db/city/follow-city';
import type { ServerContext } from '../../src/server/db/engine/context';

/**
 * Stands for a second process on the same database: it has to find by itself what the first process saved.
 */
export function followingCity(context: ServerContext): ServerContext {
  const follower = followCity(metro);
  return {
    ...context,
    get city() {
      return follower.city();
    },
    cityRevision: follower.revision,
    generation: follower.generation,
    refreshCity: follower.refresh,
  };
}
