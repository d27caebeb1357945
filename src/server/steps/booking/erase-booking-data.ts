import type { BookingId } from '../../../domain/booking/booking';
import type { BookingState } from '../../../domain/booking/state';
import type { VisitRecord } from '../../../domain/visit/outcome';
import { keepFollowUps } from '../../db/booking/follow-up';
import { dropSearchTokens, SEARCH_VERSION } from '../../db/booking/search-tokens';
import { unsealRequest } from '../../db/booking/staff-booking';
import type { CityWrite } from '../../db/engine/write-city';
import type { BookingColumns } from '../../db/schema/booking-columns';
import { unseal } from '../../db/secret/seal';
import { sealVisit } from '../../db/visit/visit-of';
import { writeOutcomes } from '../../db/visit/write-outcomes';
import { detachPhotos } from '../photo/detach-photos';
import { applyTransition } from './apply-transition';

const NOTHING = Buffer.alloc(0);

type Erasure = { readonly to: BookingState; readonly actor: 'requester' | 'system' };

/**
 * Erases the personal data of a booking that is over: person and place, all free words, photos, followers,
 * the indexes that search and the check for doubles use, and the callback it came from. Number, services,
 * kelurahan, dates, unit and outcomes stay, so that no figure changes. The link to the requester's phone
 * stays for 60 days, so that the phone learns of the erasure (jobs/booking/erase-expired-bookings.ts). The
 * contents of commands are not stored: only a hash of each, for 60 days. Returns false where the booking was
 * erased before.
 */
export async function eraseBookingData(
  write: CityWrite,
  id: BookingId,
  { to, actor }: Erasure,
): Promise<boolean> {
  const { tx, context, nowMs } = write;
  const row = await tx
    .selectFrom('bookings')
    .select(['id', 'state', 'request', 'person_index', 'closed_at', 'visit', 'erased_at'])
    .where('city', '=', context.city.code)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.erased_at !== null) return false;
  const visit = await bareVisit(write, row);
  await keepFollowUps(write, row);
  await detachPhotos(write, id, 'all');
  await letFollowersGo(write, id);
  await dropSearchTokens(write, id, unsealRequest(context, row));
  await dropWords(write, id);
  await applyTransition(write, row, {
    to,
    actor,
    action: 'erase',
    set: {
      request: NOTHING,
      nik_index: null,
      person_index: null,
      search_tokens: null,
      search_version: SEARCH_VERSION,
      // No token has this hash, so that the follow link no longer works.
      follow_hash: `erased/${id}`,
      cancel_reason: null,
      question: null,
      asked_at: null,
      visit,
      erased_at: nowMs,
    },
  });
  return true;
}

/**
 * Returns the visit with its outcomes but without the crew's words. Also writes the outcomes for the figures,
 * which earlier versions did not.
 */
async function bareVisit(
  write: CityWrite,
  { id, visit }: Pick<BookingColumns, 'id' | 'visit'>,
): Promise<Buffer | null> {
  if (visit === null) return null;
  // Only sealVisit encrypts this column.
  const record = unseal(write.context, `${id}/visit`, visit) as Omit<VisitRecord, 'note'>;
  await writeOutcomes(write, id, record.outcomes);
  const outcomes = record.outcomes.map((outcome) => ({ ...outcome, reason: '' }));
  return sealVisit(write.context, id, { outcomes, lacking: [], nextVisit: record.nextVisit, note: '' });
}

/** Withdraws all followers, whose phones learn it with their next sync. */
async function letFollowersGo({ tx, context, nowMs, nextChange }: CityWrite, id: BookingId): Promise<void> {
  await tx
    .updateTable('booking_devices')
    .set((eb) => ({
      follower_name: null,
      withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(nowMs)),
      change_number: nextChange(),
    }))
    .where('city', '=', context.city.code)
    .where('booking_id', '=', id)
    .where('role', '=', 'follower')
    .execute();
}

/**
 * Deletes the free words of the history and of the crews' visit records. A record that waited for the desk
 * counts as resolved.
 */
async function dropWords({ tx, context, nowMs }: CityWrite, id: BookingId): Promise<void> {
  const city = context.city.code;
  await tx
    .updateTable('events')
    .set({ note: null })
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .where('note', 'is not', null)
    .execute();
  await tx
    .updateTable('visit_records')
    .set({ body: NOTHING })
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .execute();
  await tx
    .updateTable('visit_records')
    .set({ resolved_at: nowMs, kept: 0 })
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .where('conflict', 'is not', null)
    .where('resolved_at', 'is', null)
    .execute();
  await tx
    .updateTable('callbacks')
    .set({ booking_id: null })
    .where('city', '=', city)
    .where('booking_id', '=', id)
    .execute();
}
