import type { BookingId } from '../../domain/booking/booking';
import type { PhotoDigest } from '../../domain/photo/photo';
import { hearTime } from '../clock/phone-clock';
import { sealBytes, unsealBytes } from '../store/secret/seal';
import { abortAfter } from '../sync/abort-after';
import type { Fetch } from '../sync/fetch-in-time';
import { pagePatience } from '../sync/patience';
import { readCrewKey } from './crew-key';
import type { CrewKeyRow, Sheet } from './crew-rows';
import type { CrewStore } from './crew-store';

const TIMEOUT_MS = 30_000;
/** Enough for a sheet of two days; further photos are fetched when someone opens them. */
const MAX_KEPT = 200;

const purposeOf = (bookingId: BookingId, photo: PhotoDigest) => `photo:${bookingId}/${photo}`;

/**
 * Reads a photo that was fetched in advance, as a JPEG; `undefined` where this phone has none that decrypts.
 */
export async function readKeptPhoto(
  store: CrewStore,
  bookingId: BookingId,
  photo: PhotoDigest,
): Promise<Blob | undefined> {
  const row = await store.photos.get([bookingId, photo]);
  if (row === undefined) return undefined;
  const { cryptoKey } = await readCrewKey(store);
  const bytes = await unsealBytes(cryptoKey, purposeOf(bookingId, photo), row.sealed);
  return bytes && new Blob([bytes], { type: 'image/jpeg' });
}

/**
 * Fetches the photos on the sheet that this phone lacks, one after another, and deletes those no longer on
 * the sheet. Stops at the first that cannot be had now; the next sync continues from there.
 */
export async function fetchSheetPhotos(
  store: CrewStore,
  key: CrewKeyRow,
  sheet: Sheet,
  from: { readonly fetch: Fetch; readonly baseUrl: string },
): Promise<void> {
  const wanted = sheet.visits
    .flatMap(({ id, photos = [] }) => photos.map(({ photo }): [BookingId, PhotoDigest] => [id, photo]))
    .slice(0, MAX_KEPT);
  const names = new Set(wanted.map(String));
  const kept = await store.photos.toCollection().primaryKeys();
  await store.photos.bulkDelete(kept.filter((one) => !names.has(String(one))));
  const has = new Set(kept.map(String));
  for (const [bookingId, photo] of wanted.filter((one) => !has.has(String(one)))) {
    const bytes = await fetchImage(from, `/api/staff/photos/${bookingId}/${photo}`);
    if (bytes === 'not-now') return;
    if (bytes === 'gone') continue;
    const sealed = await sealBytes(key.cryptoKey, purposeOf(bookingId, photo), bytes);
    await store.transaction('rw', store.meta, store.photos, async () => {
      // If the person has signed out meanwhile, nothing of the sheet may stay.
      const [now, still] = await store.meta.bulkGet(['crew-key', 'sheet']);
      if (still === undefined || now?.key !== 'crew-key' || now.id !== key.id) return;
      await store.photos.put({ bookingId, photo, sealed });
    });
  }
}

async function fetchImage(
  { fetch, baseUrl }: { readonly fetch: Fetch; readonly baseUrl: string },
  path: string,
): Promise<Uint8Array<ArrayBuffer> | 'gone' | 'not-now'> {
  try {
    const answer = await hearTime(() =>
      fetch(`${baseUrl}${path}`, {
        method: 'GET',
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: abortAfter(pagePatience.allow(TIMEOUT_MS)),
      }),
    );
    if (answer.status === 404) return 'gone';
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : 'not-now';
  } catch {
    return 'not-now';
  }
}
