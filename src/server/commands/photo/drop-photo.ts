import type { DropPhoto } from '../../../contract/staff/photos';
import type { CityWrite } from '../../db/engine/write-city';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';
import { findForDesk } from '../booking/find-for-desk';
import type { StaffActor, StaffOutcome } from '../run/staff-outcome';

/** Forgets a photo at once, whoever sent it; one that is gone already is forgotten too. */
export async function dropPhoto(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, photo }: DropPhoto,
): Promise<StaffOutcome> {
  const booking = await findForDesk(write, staff, bookingId);
  if ('problem' in booking) return booking;
  const count = await detachPhotos(write, bookingId, { sha256: photo });
  if (count === 0) return undefined;
  await addNews(write, booking, { actor: 'desk', action: 'remove-photo', staffId: staff.id });
  return undefined;
}
