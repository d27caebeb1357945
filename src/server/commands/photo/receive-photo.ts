import { createHash } from 'node:crypto';
import { MAX_PHOTO_BYTES } from '../../../domain/photo/photo';
import { PICTURE_HEAD_BYTES, pictureKindOf } from '../../../domain/photo/picture-kind';
import { type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { forgetParts, keepPart, type PhotoPart, readParts, readReceived } from '../../db/photo/photo-parts';
import { findPhoto, photoLimit, storePhoto } from '../../db/photo/stored-photos';
import type { PhotoKey } from '../../db/schema/photo-tables';
import { redrawPhoto } from './redraw-photo';

/**
 * How many bytes of a photo the server holds, and whether it is whole; `isNew` where this request made it so.
 */
type Received = { readonly received: number; readonly isComplete: boolean; readonly isNew: boolean };

/**
 * Takes the next part of a photo, or all of it; a part without bytes asks how much the server holds. A whole
 * photo is judged, redrawn and stored, and only then reported as complete. The parts of a photo that is
 * refused are deleted, so that it can be sent again from 0. Safe to repeat; a server that is restarted
 * continues from the parts it holds.
 */
export async function receivePhoto(
  context: ServerContext,
  key: PhotoKey,
  part: PhotoPart,
): Promise<ResidentResult<Received>> {
  const { total, start, bytes } = part;
  if (total > MAX_PHOTO_BYTES) return refuse('photo-too-large');
  const stored = await findWhole(context, key);
  if (stored !== undefined) return stored;
  const isHead = start === 0 && bytes.length >= PICTURE_HEAD_BYTES;
  if (isHead && pictureKindOf(bytes) === undefined) return refuse('photo-not-an-image');
  const limit = await photoLimit(context, key.owner);
  if (!limit.ok) return limit;
  if (bytes.length === total) return finish(context, key, bytes);
  const held = await hold(context, key, part);
  if (held.isGap !== true) {
    if (held.received < total) return { ok: true, received: held.received, isComplete: false, isNew: false };
    const whole = await readParts(context, key);
    if (whole.length === total) return finish(context, key, whole);
  }
  // The parts may be gone because another process got the last one too and has stored the photo meanwhile.
  const meanwhile = await findWhole(context, key);
  return meanwhile ?? refuse('photo-gap', { received: held.isGap === true ? held.received : 0 });
}

async function findWhole(context: ServerContext, key: PhotoKey) {
  const size = await findPhoto(context, key);
  return size === undefined
    ? undefined
    : ({ ok: true, received: size, isComplete: true, isNew: false } as const);
}

async function hold(context: ServerContext, key: PhotoKey, part: PhotoPart) {
  if (part.bytes.length > 0) return writeCity(context, (write) => keepPart(write, key, part));
  return { received: await readReceived(context, key, part.total), isGap: false };
}

async function finish(
  context: ServerContext,
  key: PhotoKey,
  bytes: Buffer,
): Promise<ResidentResult<Received>> {
  const judged = await judge(key, bytes);
  if (!judged.ok) {
    // That the server is busy says nothing about the photo.
    if (judged.problem !== 'server-busy') await writeCity(context, (write) => forgetParts(write, key));
    return judged;
  }
  const total = bytes.length;
  await writeCity(context, (write) => storePhoto(write, key, { total, image: judged.image }));
  return { ok: true, received: total, isComplete: true, isNew: true };
}

async function judge({ sha256 }: PhotoKey, bytes: Buffer): ReturnType<typeof redrawPhoto> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return refuse('photo-digest-differs');
  return redrawPhoto(bytes);
}
