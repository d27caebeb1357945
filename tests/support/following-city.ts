import { metro } from '../../src/city/metro/metro';
import { followCity } from '../../src/server/db/city/follow-city';
import type { ServerContext } from '../../src/server/db/engine/context';

/** A process of its own over the same database: what another saved it must find by itself. */
export function followingCity(context: ServerContext): ServerContext {
  const follower = followCity(metro);
  return {
    ...context,
    get city() {
      return follower.city();
    },
    cityRevision: follower.revision,
    refreshCity: follower.refresh,
  };
}
