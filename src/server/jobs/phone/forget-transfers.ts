import type { ServerContext } from '../../db/engine/context';

/** Deletes what old phones encrypted for new phones that never fetched it. */
export async function forgetTransfers({ db, city, clock }: ServerContext): Promise<void> {
  await db.deleteFrom('moves').where('city', '=', city.code).where('ends_at', '<=', clock()).execute();
}
