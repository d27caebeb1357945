import type { JudgePhoto } from '../../../contract/staff/photos';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { wordsPlace } from '../../db/photo/booking-photos';
import { seal } from '../../db/secret/seal';
import { addNews } from '../../steps/booking/apply-transition';
import { findForDesk } from '../booking/find-for-desk';
import type { StaffActor } from '../run/staff-actor';

/**
 * Records whether a document is readable in its photo. The requester's phone learns it with its next sync.
 */
export async function judgePhoto(write: CityWrite, staff: StaffActor, command: JudgePhoto): Promise<Result> {
  const { tx, context, nowMs } = write;
  const { bookingId, photo, isReadable, replaces } = command;
  const found = await findForDesk(write, staff, bookingId);
  if (!found.ok) return found;
  const { booking } = found;
  const row = await tx
    .selectFrom('booking_photos')
    .select('judged_at')
    .where('city', '=', context.city.code)
    .where('booking_id', '=', bookingId)
    .where('sha256', '=', photo)
    .where('kind', '=', 'document')
    .executeTakeFirst();
  if (row === undefined) return refuse('photo-not-found', { pointer: '/photo' });
  if (row.judged_at !== (replaces === undefined ? null : Date.parse(replaces))) {
    return refuse('booking-changed', { pointer: '/replaces' });
  }
  const words = command.words?.trim() ?? '';
  await tx
    .updateTable('booking_photos')
    .set({
      state: isReadable ? 'readable' : 'unreadable',
      words: words === '' ? null : seal(context, wordsPlace(bookingId, photo), words),
      // Two judgements in one millisecond must differ, since a later one names the one it replaces.
      judged_at: row.judged_at === null ? nowMs : Math.max(nowMs, row.judged_at + 1),
      judged_by: staff.id,
    })
    .where('city', '=', context.city.code)
    .where('booking_id', '=', bookingId)
    .where('sha256', '=', photo)
    .execute();
  await addNews(write, booking, { actor: 'desk', action: 'judge-photo', staffId: staff.id, note: words });
  return DONE;
}
