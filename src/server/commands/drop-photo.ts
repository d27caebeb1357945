import type { DropPhoto } from '../../contract/staff/photos';
import { detachPhotos } from '../db/detach-photos';
import { recordNews } from '../db/record-move';
import type { CityWrite } from '../db/write-city';
import { findForDesk } from './find-for-desk';
import type { StaffActor, StaffOutcome } from './staff-outcome';

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
  await recordNews(write, booking, { actor: 'desk', action: 'remove-photo', staffId: staff.id });
  return undefined;
}
