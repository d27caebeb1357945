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
 * Erases the personal data of a booking that is over: who and where, all free words, photos, followers, what search and
 * doubles find it by, and which call it came from. Number, services, kelurahan, dates, unit and outcomes stay, so that no
 * figure changes; so does the link to the phone that booked, until that was told (jobs/erase-bookings). Contents of
 * commands are stored nowhere: of each its hash alone, for 60 days. False where it was erased before.
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
      // No token has this hash: the follow link is dead.
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

/** What became of each service, without a word of the crew's; counted from now on, if an earlier version did not. */
async function bareVisit(
  write: CityWrite,
  { id, visit }: Pick<BookingColumns, 'id' | 'visit'>,
): Promise<Buffer | null> {
  if (visit === null) return null;
  // Sealed by sealVisit alone.
  const record = unseal(write.context, `${id}/visit`, visit) as Omit<VisitRecord, 'note'>;
  await writeOutcomes(write, id, record.outcomes);
  const outcomes = record.outcomes.map((outcome) => ({ ...outcome, reason: '' }));
  return sealVisit(write.context, id, { outcomes, lacking: [], nextVisit: record.nextVisit, note: '' });
}

/** Their phones are told by their next sync, as when the owner withdraws them. */
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

/** Free words of the history and of the crews' records. A record that waited for the desk waits no longer. */
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
