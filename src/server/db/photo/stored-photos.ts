import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../engine/context';
import type { CityWrite } from '../engine/write-city';
import type { PhotoKey } from '../schema/photo-tables';
import { sealBytes } from '../secret/seal';
import { forgetParts } from './photo-parts';

/** Complete photos of one sender, over all of their bookings. */
const MAX_PER_OWNER = 200;
/** Complete photos of one sender that belong to no booking yet. */
const MAX_UNATTACHED_PER_OWNER = 30;
/** The same for a whole city: about 500 MB that nobody has asked for. */
const MAX_UNATTACHED = 2_000;
/** Seconds until it makes sense for a sender with too many photos to try again. */
const LIMIT_RETRY_S = 3_600;
const BUSY_RETRY_S = 5;

/** Returns the size in bytes of a complete photo as it was sent; `undefined` while it is not complete. */
export async function findPhoto(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  { owner, sha256 }: PhotoKey,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('photos')
    .select('total')
    .where('city', '=', city.code)
    .where('owner', '=', owner)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.total;
}

/** Refuses with a reason where the server accepts no more photos from a sender now. */
export async function photoLimit(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  owner: string,
): Promise<ResidentResult> {
  const own = await db
    .selectFrom('photos')
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>('unattached_since').as('loose')])
    .where('city', '=', city.code)
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  if (Number(own.all) >= MAX_PER_OWNER || Number(own.loose) >= MAX_UNATTACHED_PER_OWNER) {
    return refuse('photo-limit-reached', { retryAfterSeconds: LIMIT_RETRY_S });
  }
  const { loose } = await db
    .selectFrom('photos')
    .select((eb) => eb.fn.countAll<number>().as('loose'))
    .where('city', '=', city.code)
    .where('unattached_since', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(loose) >= MAX_UNATTACHED ? refuse('server-busy', { retryAfterSeconds: BUSY_RETRY_S }) : DONE;
}

/** Keeps a re-encoded photo and deletes its parts; a photo that arrives twice at once is kept once. */
export async function storePhoto(
  write: CityWrite,
  key: PhotoKey,
  { total, image }: { readonly total: number; readonly image: Buffer },
): Promise<void> {
  const { tx, context, nowMs } = write;
  await tx
    .insertInto('photos')
    .values({
      city: context.city.code,
      ...key,
      total,
      unattached_since: nowMs,
      image: sealBytes(context, imagePlace(key), image),
    })
    .onConflict((conflict) => conflict.columns(['city', 'owner', 'sha256']).doNothing())
    .execute();
  await forgetParts(write, key);
}

/** The place that an image is bound to when encrypted (seal.ts). */
export function imagePlace({ owner, sha256 }: PhotoKey): string {
  return `photo/${owner}/${sha256}`;
}
