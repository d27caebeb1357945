import type { RemovePhoto } from '../../../contract/commands';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';
import type { Outcome } from '../run/refusal';

/**
 * Takes away a photo of a document and forgets its image; one that is not there needs no taking away. Whichever phone sent
 * it: the booking may have come to this one from another.
 */
export async function removePhoto(
  write: CityWrite,
  deviceHash: string,
  { bookingId, photo }: RemovePhoto,
): Promise<Outcome> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return { problem: 'booking-not-found', pointer: '/bookingId' };
  if (booking.role !== 'requester') return { problem: 'booking-not-yours', pointer: '/bookingId' };
  const count = await detachPhotos(write, bookingId, { sha256: photo, kind: 'document' });
  if (count === 0) return undefined;
  await addNews(write, booking, { actor: 'requester', action: 'remove-photo' });
  return undefined;
}
