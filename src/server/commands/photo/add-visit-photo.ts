import type { AddVisitPhoto } from '../../../contract/staff/photos';
import { MAX_PHOTOS_PER_BOOKING } from '../../../domain/photo/photo';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { markAttached } from '../../db/photo/mark-attached';
import { findPhoto } from '../../db/photo/stored-photos';
import { addNews } from '../../steps/booking/apply-transition';
import type { StaffActor } from '../run/staff-actor';
import { findCrewVisit } from '../visit/crew-visit';

/**
 * Adds a crew's photo to the file of a visit that is or was on its run sheet, with the time at which the
 * person there agreed to it.
 */
export async function addVisitPhoto(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, photo, kind, consentedAt }: AddVisitPhoto,
): Promise<Result> {
  const { tx, context, nowMs } = write;
  const city = context.city.code;
  const found = await findCrewVisit(write, staff, bookingId);
  if (!found.ok) return found;
  // Nothing more is stored about someone who wants no visit.
  if (found.booking.state === 'cancelled') return refuse('booking-state-forbids');
  const key = { owner: `staff:${staff.id}`, sha256: photo };
  if ((await findPhoto({ db: tx, city: context.city }, key)) === undefined) {
    return refuse('photo-missing', { pointer: '/photo' });
  }
  const { count } = await tx
    .selectFrom('booking_photos')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city', '=', city)
    .where('booking_id', '=', bookingId)
    .where('kind', '!=', 'document')
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAX_PHOTOS_PER_BOOKING) return refuse('photo-limit-reached');
  await tx
    .insertInto('booking_photos')
    .values({
      city,
      booking_id: bookingId,
      ...key,
      kind,
      requirement_id: null,
      state: 'received',
      words: null,
      attached_at: nowMs,
      // The phone's time, only for display; a phone's clock that is ahead counts as the server's time.
      consented_at: Math.min(Date.parse(consentedAt) || nowMs, nowMs),
      judged_at: null,
      judged_by: null,
    })
    .onConflict((conflict) => conflict.columns(['city', 'booking_id', 'sha256']).doNothing())
    .execute();
  await markAttached(write, key);
  await addNews(write, found.booking, { actor: 'crew', action: 'visit-photo', staffId: staff.id });
  return DONE;
}
