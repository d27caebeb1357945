import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { PhotoId } from './photo';

export type KnownPhoto = {
  readonly bookingId: BookingId;
  readonly requirementId: RequirementId;
  readonly photo: PhotoDigest;
};

/**
 * Adds a row for a photo of the phone's own visit that another phone sent before its owner's data were
 * transferred here: the server knows the photo, but this phone has no row for it. The row has no picture;
 * with it the photo can be removed or replaced like any other. Returns its id on this phone, the same for the
 * same photo. `nowMs`: Unix milliseconds.
 */
export async function adoptPhoto(store: PhoneStore, known: KnownPhoto, nowMs: number): Promise<PhotoId> {
  const { bookingId, requirementId, photo } = known;
  return store.transaction('rw', store.photos, async () => {
    const rows = await store.photos.where('bookingId').equals(bookingId).toArray();
    const there = rows.find((row) => row.photo === photo);
    if (there !== undefined) return there.id;
    const id = makeId<PhotoId>();
    await store.photos.add({
      id,
      bookingId,
      requirementId,
      photo,
      size: 0,
      addedAtMs: nowMs,
      status: 'sent',
      received: 0,
    });
    return id;
  });
}
