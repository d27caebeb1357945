import type { BookingPhoto } from '../../../contract/photo';
import type { BookingId } from '../../../domain/booking/booking';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { ServerContext } from '../engine/context';
import { unseal } from '../secret/seal';

/** Reads the document photos of these bookings, in the order in which they were attached. */
export async function readDocumentPhotos(
  context: ServerContext,
  ids: readonly BookingId[],
): Promise<(id: BookingId) => BookingPhoto[]> {
  const byId = new Map<BookingId, BookingPhoto[]>();
  if (ids.length === 0) return () => [];
  const rows = await context.db
    .selectFrom('booking_photos')
    .select(['booking_id', 'sha256', 'requirement_id', 'state', 'words'])
    .where('city', '=', context.city.code)
    .where('booking_id', 'in', ids)
    .where('kind', '=', 'document')
    .orderBy('attached_at')
    .orderBy('sha256')
    .execute();
  for (const { booking_id, sha256, requirement_id, state, words } of rows) {
    if (requirement_id === null) continue;
    const photo: BookingPhoto = {
      photo: sha256,
      requirementId: requirement_id,
      state,
      ...(words === null ? {} : { words: String(unseal(context, wordsPlace(booking_id, sha256), words)) }),
    };
    byId.set(booking_id, [...(byId.get(booking_id) ?? []), photo]);
  }
  return (id) => byId.get(id) ?? [];
}

/** The place that the desk's remark on a photo is bound to when encrypted (seal.ts). */
export function wordsPlace(id: BookingId, photo: PhotoDigest): string {
  return `${id}/photo/${photo}`;
}
