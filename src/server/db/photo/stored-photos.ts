import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../engine/context';
import type { CityWrite } from '../engine/write-city';
import type { PhotoKey } from '../schema/photo-tables';
import { sealBytes } from '../secret/seal';
import { forgetParts } from './photo-parts';

/** Whole photos of one sender, at all its bookings together. */
const MAX_PER_OWNER = 200;
/** Whole photos of one sender that stand at no booking yet. */
const MAX_UNATTACHED_PER_OWNER = 30;
/** The same of a whole city: about 500 MB that nobody has asked for. */
const MAX_UNATTACHED = 2_000;
/** Seconds until it makes sense for a sender with too many photos to ask again. */
const LIMIT_RETRY_S = 3_600;
const BUSY_RETRY_S = 5;

/** Bytes of a photo that is whole, as it was sent; `undefined` while it is not. */
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

/** Whether photos are taken from a sender now. */
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

/** Keeps a photo as it was drawn anew and forgets its parts; one that came twice at once is kept once. */
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

/** Where an image is sealed (seal.ts). */
export function imagePlace({ owner, sha256 }: PhotoKey): string {
  return `photo/${owner}/${sha256}`;
}
