import type { AttachPhoto } from '../../../contract/commands';
import { isOver } from '../../../domain/booking/state';
import { MAX_PHOTOS_PER_BOOKING } from '../../../domain/photo/photo';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import { findBooking } from '../../db/booking/find-booking';
import type { CityWrite } from '../../db/engine/write-city';
import { markAttached } from '../../db/photo/mark-attached';
import { findPhoto } from '../../db/photo/stored-photos';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';

/** Attaches a photo of a document to a booking. This device must have sent the whole photo before. */
export async function attachPhoto(
  write: CityWrite,
  deviceHash: string,
  { bookingId, requirementId, photo }: AttachPhoto,
): Promise<ResidentResult> {
  const { tx, context, nowMs } = write;
  const city = context.city.code;
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return refuse('booking-not-found', { pointer: '/bookingId' });
  if (booking.role !== 'requester') return refuse('booking-not-yours', { pointer: '/bookingId' });
  if (isOver(booking.state)) return refuse('booking-state-forbids');
  const key = { owner: deviceHash, sha256: photo };
  if ((await findPhoto({ db: tx, city: context.city }, key)) === undefined) {
    return refuse('photo-missing', { pointer: '/photo' });
  }
  const others = await tx
    .selectFrom('booking_photos')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('booking_id', '=', bookingId)
    .where('kind', '=', 'document')
    .where('sha256', '!=', photo)
    .executeTakeFirstOrThrow();
  if (Number(others.count) >= MAX_PHOTOS_PER_BOOKING) return refuse('photo-limit-reached');
  // Where the booking was transferred from another phone, that phone may have sent the same photo.
  await detachPhotos(write, bookingId, { sha256: photo, but: deviceHash });
  const attached = { kind: 'document' as const, requirement_id: requirementId, owner: deviceHash };
  const unjudged = { state: 'received' as const, words: null, judged_at: null, judged_by: null };
  await tx
    .insertInto('booking_photos')
    .values({
      city,
      booking_id: bookingId,
      sha256: photo,
      ...attached,
      ...unjudged,
      attached_at: nowMs,
      consented_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['city', 'booking_id', 'sha256']).doUpdateSet({ ...attached, ...unjudged }),
    )
    .execute();
  await markAttached(write, key);
  await addNews(write, booking, { actor: 'requester', action: 'attach-photo' });
  return DONE;
}
