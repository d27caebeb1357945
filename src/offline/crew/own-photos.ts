import type { CommandId } from '../../contract/scalars';
import type { BookingId } from '../../domain/booking/booking';
import type { PhotoDigest, VisitPhotoKind } from '../../domain/photo/photo';
import { makeId } from '../store/engine/make-id';
import { watchOpened } from '../store/engine/watch-opened';
import { sealBytes, unsealBytes } from '../store/secret/seal';
import { readCrewKey } from './crew-key';
import type { OwnPhotoRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import type { CommandVisit } from './queue-command';

const purposeOf = (id: CommandId) => `own-photo:${id}`;

export type OwnPhoto = Omit<OwnPhotoRow, 'sealed'>;

export type TakenPhoto = {
  /** A JPEG within the contract's limit. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: VisitPhotoKind;
  /** When the person at home agreed, Unix milliseconds. */
  readonly consentedAtMs: number;
};

/**
 * Keeps a photo that the crew took at a home, encrypted, until the server has it. Keeping the same photo
 * twice keeps it once. A photo never holds up the record of the visit, which is sent separately.
 */
export async function keepOwnPhoto(
  store: CrewStore,
  visit: CommandVisit,
  { bytes, kind, consentedAtMs }: TakenPhoto,
  nowMs: number,
): Promise<void> {
  const id = makeId<CommandId>();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const photo = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('') as PhotoDigest;
  const { cryptoKey } = await readCrewKey(store);
  const sealed = await sealBytes(cryptoKey, purposeOf(id), bytes);
  await store.transaction('rw', store.ownPhotos, async () => {
    const others = await store.ownPhotos.where('bookingId').equals(visit.id).toArray();
    if (others.some((other) => other.photo === photo)) return;
    const { id: bookingId, number } = visit;
    await store.ownPhotos.add({
      id,
      bookingId,
      number,
      photo,
      kind,
      consentedAtMs,
      takenAtMs: nowMs,
      sealed,
    });
  });
}

/**
 * Decrypts the crew's own photo; `undefined` when it was encrypted under a key that this phone no longer has.
 */
export function openOwnPhoto(
  key: CryptoKey,
  { id, sealed }: OwnPhotoRow,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return unsealBytes(key, purposeOf(id), sealed);
}

/** Reads an own photo that waits on this phone, as a JPEG; `undefined` where there is none that decrypts. */
export async function readOwnPhoto(store: CrewStore, id: CommandId): Promise<Blob | undefined> {
  const row = await store.ownPhotos.get(id);
  if (row === undefined) return undefined;
  const { cryptoKey } = await readCrewKey(store);
  const bytes = await openOwnPhoto(cryptoKey, row);
  return bytes && new Blob([bytes], { type: 'image/jpeg' });
}

export async function dropOwnPhoto(store: CrewStore, id: CommandId): Promise<void> {
  await store.ownPhotos.delete(id);
}

/**
 * Watches the crew's own photos of a visit that the server does not have yet: calls back now and after each
 * change.
 */
export function watchOwnPhotos(
  store: CrewStore,
  bookingId: BookingId,
  onValue: (photos: readonly OwnPhoto[]) => void,
  onError: (error: unknown) => void,
): () => void {
  return watchOpened(
    () => store.ownPhotos.where('bookingId').equals(bookingId).sortBy('takenAtMs'),
    (rows) => Promise.resolve(rows.map(({ sealed: _, ...photo }) => photo)),
    onValue,
    onError,
  );
}
