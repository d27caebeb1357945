import type { ServerContext } from '../engine/context';
import type { CityWrite } from '../engine/write-city';
import type { PhotoKey } from '../schema/photo-tables';
import { sealBytes, unsealBytes } from '../secret/seal';

/** Unfinished photos of one sender; a further one displaces the oldest. */
const MAX_UNFINISHED = 8;

export type PhotoPart = { readonly start: number; readonly total: number; readonly bytes: Buffer };

type Held = { readonly received: number; readonly isGap?: boolean };

/** Returns how many bytes of a photo of `total` bytes the server holds, counted from the start. */
export async function readReceived(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  { owner, sha256 }: PhotoKey,
  total: number,
): Promise<number> {
  const { size } = await db
    .selectFrom('photo_parts')
    .select((eb) => eb.fn.sum<number | null>('size').as('size'))
    .where('city', '=', city.code)
    .where('owner', '=', owner)
    .where('sha256', '=', sha256)
    .where('total', '=', total)
    .executeTakeFirstOrThrow();
  return Number(size ?? 0);
}

/**
 * Keeps what is new in a part; a part that would leave a gap is not kept. Drops parts of the same photo with
 * another total.
 */
export async function keepPart(write: CityWrite, key: PhotoKey, part: PhotoPart): Promise<Held> {
  const { tx, context, nowMs } = write;
  const received = await readReceived({ db: tx, city: context.city }, key, part.total);
  if (part.start > received) return { received, isGap: true };
  const bytes = part.bytes.subarray(received - part.start);
  if (bytes.length === 0) return { received };
  if (received === 0) {
    await forgetParts(write, key);
    await forgetOldest(write, key.owner);
  }
  await tx
    .insertInto('photo_parts')
    .values({
      city: context.city.code,
      ...key,
      start: received,
      size: bytes.length,
      total: part.total,
      at: nowMs,
      part: sealBytes(context, partPlace(key, received), bytes),
    })
    .execute();
  return { received: received + bytes.length };
}

/** Returns the photo from its parts; throws where a part was changed. */
export async function readParts(context: ServerContext, key: PhotoKey): Promise<Buffer> {
  const rows = await context.db
    .selectFrom('photo_parts')
    .select(['start', 'part'])
    .where('city', '=', context.city.code)
    .where('owner', '=', key.owner)
    .where('sha256', '=', key.sha256)
    .orderBy('start')
    .execute();
  return Buffer.concat(rows.map(({ start, part }) => unsealBytes(context, partPlace(key, start), part)));
}

export async function forgetParts({ tx, context }: CityWrite, { owner, sha256 }: PhotoKey): Promise<void> {
  await tx
    .deleteFrom('photo_parts')
    .where('city', '=', context.city.code)
    .where('owner', '=', owner)
    .where('sha256', '=', sha256)
    .execute();
}

async function forgetOldest(write: CityWrite, owner: string): Promise<void> {
  const begun = await write.tx
    .selectFrom('photo_parts')
    .select(['sha256', (eb) => eb.fn.max('at').as('at')])
    .where('city', '=', write.context.city.code)
    .where('owner', '=', owner)
    .groupBy('sha256')
    .orderBy('at', 'desc')
    .execute();
  for (const { sha256 } of begun.slice(MAX_UNFINISHED - 1)) await forgetParts(write, { owner, sha256 });
}

/** The place that a part is bound to when encrypted (seal.ts). */
export function partPlace({ owner, sha256 }: PhotoKey, start: number): string {
  return `photo-part/${owner}/${sha256}/${start}`;
}
