import type { ServerContext } from '../../db/engine/context';

/** Forgets what old phones sealed for new ones that never came. */
export async function forgetTransfers({ db, city, clock }: ServerContext): Promise<void> {
  await db.deleteFrom('moves').where('city', '=', city.code).where('ends_at', '<=', clock()).execute();
}
