import type { PhoneStore } from '../store/engine/phone-store';
import type { PhotoRow } from '../store/photo/photo';
import { attachPhoto, readPhotoBytes } from '../store/photo/photos';
import type { Fetch } from './fetch-in-time';
import { type PartAnswer, putPhoto } from './put-photo';
import type { SyncFailure } from './sync-state';

const PART_BYTES = 65_536;
/**
 * Size of a part after a failure, for a connection over which a whole part does not get through. The server's
 * answer to this part tells how far it is; asking first would take two successful requests in a row.
 */
const SMALL_PART_BYTES = 16_384;
/** How many answers in a row may bring no further byte before the server counts as failed. */
const MAX_STANDSTILLS = 3;
/** How often a photo that was changed on its way is sent again. */
const MAX_RESTARTS = 1;

export type SendPhotoInput = {
  readonly store: PhoneStore;
  readonly photo: PhotoRow;
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly authorization: string;
  readonly now: () => number;
  readonly onRound: () => Promise<void>;
  /** Asked between parts: whether something about the bookings waits, which goes first. */
  readonly mustYield: () => Promise<boolean>;
};

export type PhotoSent =
  | { readonly is: 'done' | 'refused' | 'gone' | 'yielded' }
  | { readonly is: 'failed'; readonly failure: SyncFailure; readonly retryAfterMs?: number | undefined };

/**
 * Sends what the server lacks of one photo, part by part, and queues the command that says what the photo
 * shows.
 */
export async function sendPhoto(input: SendPhotoInput): Promise<PhotoSent> {
  const { store, photo, now, mustYield } = input;
  const { id } = photo;
  const bytes = await readPhotoBytes(store, id);
  if (bytes === undefined) {
    // The photo was removed meanwhile, or encrypted under a key that this phone no longer has: nobody can
    // decrypt it.
    await store.photos.delete(id);
    await store.photoBytes.delete(id);
    return { is: 'gone' };
  }
  let received = photo.received;
  let partBytes = photo.isTried === true ? SMALL_PART_BYTES : PART_BYTES;
  let standstills = 0;
  let restarts = 0;
  for (;;) {
    if (await mustYield()) return { is: 'yielded' };
    await store.photos.update(id, { isTried: true });
    const part = { from: received, to: Math.min(received + partBytes, bytes.length) };
    const answer = await putPart(input, bytes, part);
    if (answer.is === 'failed') return answer;
    if (answer.is === 'whole') {
      await attachPhoto(store, id, now());
      return { is: 'done' };
    }
    if (answer.is === 'refused') {
      if (answer.problem.code === 'photo-digest-differs' && restarts < MAX_RESTARTS) {
        restarts += 1;
        received = 0;
        continue;
      }
      await store.photos.update(id, { status: 'refused', problem: answer.problem });
      return { is: 'refused' };
    }
    // The server holds all bytes but the photo is not complete, or no further byte arrived: start again a few
    // times, then report the server's failure.
    standstills = answer.received > received ? 0 : standstills + 1;
    if (standstills >= MAX_STANDSTILLS) return { is: 'failed', failure: 'server' };
    received = answer.received >= bytes.length ? 0 : Math.max(0, answer.received);
    if (!answer.isGap) partBytes = Math.min(PART_BYTES, partBytes * 2);
    await store.photos.update(id, { received });
  }
}

async function putPart(
  { fetch, baseUrl, authorization, photo, now, onRound }: SendPhotoInput,
  bytes: Uint8Array<ArrayBuffer>,
  part: { readonly from: number; readonly to: number },
): Promise<PartAnswer> {
  await onRound();
  const url = `${baseUrl}/api/photos/${photo.photo}`;
  return putPhoto({ fetch, url, authorization, part, bytes, nowMs: now() });
}
