import type { AttachPhoto, RemovePhoto } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import { MAX_PHOTOS_PER_BOOKING, type PhotoDigest } from '../../../domain/photo/photo';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { storeTrouble } from '../engine/store-trouble';
import { LockedError, openedDevice } from '../secret/open-key';
import { sealBytes, unsealBytes } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { type PhotoId, type PhotoRow, photoPurpose } from './photo';
import { forgetSentBytes } from './sent-bytes';

export type AddedPhoto =
  | { readonly is: 'added'; readonly id: PhotoId }
  /** The same picture is already there, or there are as many as the server accepts. */
  | { readonly is: 'already-there' | 'too-many' };

export type NewPhoto = {
  readonly bookingId: BookingId;
  readonly requirementId: RequirementId;
  /** The JPEG as it will be sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The photo that this one replaces. */
  readonly insteadOf?: PhotoId | undefined;
};

/**
 * Keeps a photo, encrypted, for a draft or a visit. On a full phone the sent photos make room for it. `nowMs`:
 * Unix milliseconds.
 */
export async function addPhoto(store: PhoneStore, added: NewPhoto, nowMs: number): Promise<AddedPhoto> {
  try {
    return await keepPhoto(store, added, nowMs);
  } catch (error) {
    if (storeTrouble(error) !== 'full') throw error;
    await forgetSentBytes(store, async () => 0);
    return keepPhoto(store, added, nowMs);
  }
}

async function keepPhoto(store: PhoneStore, added: NewPhoto, nowMs: number): Promise<AddedPhoto> {
  const { bookingId, requirementId, bytes, insteadOf } = added;
  const id = makeId<PhotoId>();
  const photo = await digestOf(bytes);
  const seal = ({ cryptoKey }: DeviceRow) => sealBytes(cryptoKey, photoPurpose(id), bytes);
  const row: PhotoRow = {
    id,
    bookingId,
    requirementId,
    photo,
    size: bytes.length,
    addedAtMs: nowMs,
    status: 'kept',
    received: 0,
  };
  const answer = await writeSealed(store, [store.photos, store.photoBytes], seal, async (sealed) => {
    const others = await store.photos.where('bookingId').equals(bookingId).toArray();
    const shown = others.filter((other) => other.status !== 'removing' && other.id !== insteadOf);
    if (shown.some((other) => other.photo === photo)) return { is: 'already-there' } as const;
    if (shown.length >= MAX_PHOTOS_PER_BOOKING) return { is: 'too-many' } as const;
    await store.photos.add(row);
    await store.photoBytes.add({ id, sealed });
    return { is: 'added', id } as const;
  });
  if (answer === undefined) throw new Error('this phone was wiped meanwhile');
  if (answer.is === 'added' && insteadOf !== undefined) await removePhoto(store, insteadOf, nowMs);
  return answer;
}

/** Removes a photo: at once if the server has never heard of it, otherwise by telling the server. */
export async function removePhoto(store: PhoneStore, id: PhotoId, nowMs: number): Promise<void> {
  const photo = await store.photos.get(id);
  if (photo === undefined) return;
  const command: RemovePhoto = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'remove-photo',
    bookingId: photo.bookingId,
    photo: photo.photo,
  };
  const seal = (device: DeviceRow) => sealCommand(device, command);
  const tables = [store.photos, store.photoBytes, store.outbox];
  await writeSealed(store, tables, seal, async (row) => {
    const current = await store.photos.get(id);
    if (current === undefined || current.status === 'removing') return;
    await store.photoBytes.delete(id);
    if (current.status === 'kept' || current.status === 'refused' || current.status === 'lost') {
      await store.photos.delete(id);
      return;
    }
    await store.photos.put({ ...current, status: 'removing' });
    await store.outbox.add({ ...row, photoId: id });
  });
}

/** Tells the server, which now has the bytes, what they show. The bytes stay here until it has answered. */
export async function attachPhoto(store: PhoneStore, id: PhotoId, nowMs: number): Promise<void> {
  const photo = await store.photos.get(id);
  if (photo === undefined) return;
  const command: AttachPhoto = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'attach-photo',
    bookingId: photo.bookingId,
    requirementId: photo.requirementId,
    photo: photo.photo,
  };
  const seal = (device: DeviceRow) => sealCommand(device, command);
  await writeSealed(store, [store.photos, store.outbox], seal, async (row) => {
    const current = await store.photos.get(id);
    if (current?.status !== 'kept') return;
    await store.photos.put({ ...current, status: 'arrived', received: current.size });
    await store.outbox.add({ ...row, photoId: id });
  });
}

/**
 * Reads the bytes of a photo; `undefined` once they are let go, or when they do not decrypt. Throws
 * `LockedError` where a PIN keeps the key from this page.
 */
export async function readPhotoBytes(
  store: PhoneStore,
  id: PhotoId,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Both are read in one transaction: setting a PIN re-encrypts everything, and an older ciphertext would
  // seem damaged.
  const { row, device } = await store.transaction('r', store.meta, store.photoBytes, async () => ({
    row: await store.photoBytes.get(id),
    device: await store.meta.get('device'),
  }));
  if (row === undefined || device?.key !== 'device') return undefined;
  const opened = openedDevice(store, device);
  if (opened === undefined) throw new LockedError('this phone is locked with a PIN');
  return unsealBytes(opened.cryptoKey, photoPurpose(id), row.sealed);
}

/** Sends the waiting photos of this booking once, over any connection. */
export async function urgePhotos(store: PhoneStore, bookingId: BookingId): Promise<void> {
  await store.photos.where('bookingId').equals(bookingId).modify({ isUrged: true });
}

/** Deletes all photos of a booking from this phone, inside the transaction of whoever deletes the booking. */
export async function forgetPhotos(store: PhoneStore, bookingId: BookingId): Promise<void> {
  const ids = await store.photos.where('bookingId').equals(bookingId).primaryKeys();
  await store.photoBytes.bulkDelete(ids);
  await store.photos.bulkDelete(ids);
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoDigest> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') as PhotoDigest;
}
