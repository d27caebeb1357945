import type { ChangeRequest } from '../../../contract/commands';
import type { DateRule } from '../../../contract/request-change';
import { type PartChange, partsChanged } from '../../../domain/booking/request-change';
import type { Slot } from '../../../domain/calendar/window';
import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import type { StaffId } from '../../../domain/staff/role';
import { keepFollowUp } from '../../db/booking/follow-up';
import { wordsOfParts } from '../../db/booking/history';
import { knownPackage } from '../../db/booking/insert-booking';
import { needsOfBooking } from '../../db/booking/needs-of-booking';
import {
  dropSearchTokens,
  personIndexOf,
  SEARCH_VERSION,
  type SearchedPeople,
  searchTokensOf,
  writeSearchBuckets,
} from '../../db/booking/search-tokens';
import { unsealRequest } from '../../db/booking/staff-booking';
import type { StoredRequest } from '../../db/booking/stored-request';
import { type HeldSlot, readHeldSlot } from '../../db/capacity/held-slot';
import { freeSlot, keyOf, reserveSlot, slotKeyOf } from '../../db/capacity/slots';
import type { CityWrite } from '../../db/engine/write-city';
import { seal } from '../../db/secret/seal';
import { applyTransition } from '../../steps/booking/apply-transition';
import { findPlace, type Place } from '../../steps/capacity/find-place';
import { offerWindows } from '../../steps/capacity/offer-windows';
import { promote } from '../../steps/capacity/promote';
import { judgeChange } from './judge-request';
import { placeWaiting } from './place-waiting';

type Request = ChangeRequest['request'];

export type Rewrite = {
  readonly change: Request;
  readonly date: DateRule;
  readonly by: 'requester' | 'desk';
  /** The member of staff who changes it; absent if the resident's own phone does. */
  readonly staffId?: StaffId;
  /** Whether the desk has looked at the request as it is now. */
  readonly isAccepted: boolean;
};

/**
 * Writes a changed request over the stored one, with all that follows from it: length, needs, window, search,
 * history. The recipient stays. The caller has judged who may do it and when. Refuses with `date-not-kept`
 * where the visit has no room any more; the booking then stays as it was.
 */
export async function rewriteRequest(
  write: CityWrite,
  stored: StoredRequest,
  rewrite: Rewrite,
): Promise<ResidentResult> {
  const { context, nowMs } = write;
  const { city } = context;
  const { date, by } = rewrite;
  const before = unsealRequest(context, stored);
  const needsBefore = needsOfBooking(city, stored);
  const judged = judgeChange(
    { request: before, minutes: stored.minutes, needs: needsBefore },
    // Only the server knows the recipient whole.
    { ...rewrite.change, recipientIs: before.recipientIs, recipient: before.recipient },
    city,
    nowMs,
  );
  if (!judged.ok) return judged;
  const { request, minutes, needs } = judged;
  const parts = partsChanged(before, request);
  if (parts.length === 0 && date === 'keep') return DONE;
  const needsNow = { area: request.place.area, ...needs };
  const held = await readHeldSlot(write, stored.id);
  const visit = { needs: needsNow, minutes, by, channel: stored.channel };
  const hasSameNeeds = keyOfNeeds(needsBefore) === keyOfNeeds(needsNow);
  const wishes = request.preferences;
  // Whoever waits gets a date by new wishes alone: otherwise others wait before.
  const isNewWish = parts.some(({ part }) => part === 'wishes');
  const place =
    held === undefined
      ? isNewWish
        ? await placeWaiting(write, visit, wishes)
        : undefined
      : await findPlace(write, { ...visit, held, hasSameNeeds }, date, wishes);
  if (held !== undefined && place === undefined) return refuse('date-not-kept', { pointer: '/date' });
  await rewritePeople(write, stored, before, request);
  const freed = await settlePlace(write, { id: stored.id, minutes }, held, place);
  await applyTransition(write, stored, {
    to: place !== undefined ? 'scheduled' : 'waiting',
    actor: by,
    action: 'change-request',
    ...(rewrite.staffId === undefined ? {} : { staffId: rewrite.staffId }),
    note: wordsOfParts([...parts, ...dateChange(held?.slot, place?.slot)]),
    set: {
      minutes,
      equipment_json: JSON.stringify(needs.equipment),
      area: request.place.area,
      services_json: JSON.stringify(request.services),
      package_id: knownPackage(context, request) ?? null,
      preferences_json: JSON.stringify(request.preferences),
      request: seal(context, `${stored.id}/request`, request),
      accepted_at: rewrite.isAccepted ? (stored.accepted_at ?? nowMs) : null,
      request_changed_at: nowMs,
      ...(by === 'desk' ? { desk_changed_at: nowMs, desk_changed_revision: stored.revision + 1 } : {}),
    },
  });
  if (place === undefined) await offerWindows(write, [stored.id]);
  if (freed !== undefined) await promote(write, freed);
  return DONE;
}

function keyOfNeeds({ area, equipment, programmes }: ReturnType<typeof needsOfBooking>): string {
  return JSON.stringify([area, [...equipment].sort(), [...programmes].sort()]);
}

function dateChange(from: Slot | undefined, to: Slot | undefined): readonly PartChange[] {
  const [before, after] = [from, to].map((slot) =>
    slot === undefined ? [] : [`${slot.date} ${slot.window}`],
  );
  if (before === undefined || after === undefined || before[0] === after[0]) return [];
  return [{ part: 'date', from: before, to: after }];
}

/** Makes search, doubles and follow-ups agree with the contact that the request names now. */
async function rewritePeople(
  write: CityWrite,
  stored: StoredRequest,
  before: SearchedPeople,
  request: SearchedPeople & Pick<Request, 'services'>,
): Promise<void> {
  const { tx, context } = write;
  if (before.contact.name === request.contact.name && before.contact.phone === request.contact.phone) return;
  const search = searchTokensOf(context, request);
  await keepFollowUp(write, stored, request.services);
  await dropSearchTokens(write, stored.id, before);
  await writeSearchBuckets(write, stored.id, search.buckets);
  await tx
    .updateTable('bookings')
    .set({
      person_index: personIndexOf(context, request),
      search_tokens: search.tokens,
      search_version: SEARCH_VERSION,
    })
    .where('city', '=', context.city.code)
    .where('id', '=', stored.id)
    .execute();
}

/** Moves the booking's minutes to where they belong now. Returns the window that has more room than before. */
async function settlePlace(
  write: CityWrite,
  booking: Parameters<typeof reserveSlot>[1],
  held: HeldSlot | undefined,
  place: Place | undefined,
) {
  if (place === undefined) return undefined;
  const isSameSlot = held !== undefined && keyOf(slotKeyOf(held.slot)) === keyOf(slotKeyOf(place.slot));
  const isSame = isSameSlot && held.minutes === booking.minutes && held.channel === place.channel;
  if (isSame) return undefined;
  const freed = await freeSlot(write, booking.id);
  await reserveSlot(write, booking, place.slot, place.channel);
  return isSameSlot && booking.minutes >= held.minutes ? undefined : freed;
}
