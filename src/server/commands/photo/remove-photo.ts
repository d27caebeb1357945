import type { RemovePhoto } from '../../../contract/commands';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';

/**
 * Removes a photo of a document and deletes its image; nothing happens where it is already gone. Any phone
 * may have sent it, since the booking may have been transferred to this one.
 */
export async function removePhoto(
  write: CityWrite,
  deviceHash: string,
  { bookingId, photo }: RemovePhoto,
): Promise<ResidentResult> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  if (booking.role !== 'requester') return refuse('booking-not-yours', { pointer: '/bookingId' });
  const count = await detachPhotos(write, bookingId, { sha256: photo, kind: 'document' });
  if (count === 0) return DONE;
  await addNews(write, booking, { actor: 'requester', action: 'remove-photo' });
  return DONE;
}
