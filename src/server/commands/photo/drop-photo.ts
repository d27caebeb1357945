import type { DropPhoto } from '../../../contract/staff/photos';
import { DONE, type Result } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { addNews } from '../../steps/booking/apply-transition';
import { detachPhotos } from '../../steps/photo/detach-photos';
import { findForDesk } from '../booking/find-for-desk';
import type { StaffActor } from '../run/staff-actor';

/** Deletes a photo at once, whoever sent it. Nothing happens where it is already gone. */
export async function dropPhoto(
  write: CityWrite,
  staff: StaffActor,
  { bookingId, photo }: DropPhoto,
): Promise<Result> {
  const found = await findForDesk(write, staff, bookingId);
  if (!found.ok) return found;
  const { booking } = found;
  const count = await detachPhotos(write, bookingId, { sha256: photo });
  if (count === 0) return DONE;
  await addNews(write, booking, { actor: 'desk', action: 'remove-photo', staffId: staff.id });
  return DONE;
}
