import type { BookingId } from '../../../domain/booking/booking';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { CityWrite } from '../../db/engine/write-city';

/** All photos of a booking; or one photo, whoever sent it, except the sender `but`. */
export type DetachedPhotos =
  | 'all'
  | { readonly sha256: PhotoDigest; readonly but?: string; readonly kind?: 'document' };

/**
 * Removes photos from a booking, and deletes the images that no other booking uses. Returns how many were
 * removed.
 */
export async function detachPhotos(
  { tx, context }: CityWrite,
  bookingId: BookingId,
  which: DetachedPhotos,
): Promise<number> {
  const city = context.city.code;
  let links = tx.deleteFrom('booking_photos').where('city', '=', city).where('booking_id', '=', bookingId);
  if (which !== 'all') {
    links = links.where('sha256', '=', which.sha256);
    if (which.kind !== undefined) links = links.where('kind', '=', which.kind);
    if (which.but !== undefined) links = links.where('owner', '!=', which.but);
  }
  const gone = await links.returning(['owner', 'sha256']).execute();
  for (const { owner, sha256 } of gone) {
    await tx
      .deleteFrom('photos')
      .where('city', '=', city)
      .where('owner', '=', owner)
      .where('sha256', '=', sha256)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('booking_photos as other')
              .select('other.sha256')
              .whereRef('other.city', '=', 'photos.city')
              .whereRef('other.owner', '=', 'photos.owner')
              .whereRef('other.sha256', '=', 'photos.sha256'),
          ),
        ),
      )
      .execute();
  }
  return gone.length;
}
