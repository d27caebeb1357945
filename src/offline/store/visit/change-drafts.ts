import type { ProblemDetails } from '../../../contract/problem';
import type { BookingId } from '../../../domain/booking/booking';
import { givenAnswers, type RequestChange } from '../../../domain/booking/request-change';
import { deleteDraft } from '../draft/drafts';
import type { PhoneStore } from '../engine/phone-store';
import type { OnceChanged, VisitRow } from '../engine/rows';

/**
 * Takes a change back that waits to be sent: its draft can be edited again. `false` where a sender was faster,
 * by the mark that `claimBatch` sets before a command leaves.
 */
export async function withdrawChange(store: PhoneStore, id: BookingId): Promise<boolean> {
  return store.transaction('rw', store.drafts, store.bookings, store.outbox, async () => {
    const visit = await store.bookings.get(id);
    const commands = await store.outbox.where('bookingId').equals(id).toArray();
    const change = commands.find(({ name }) => name === 'change-request');
    if (visit === undefined || change?.seq === undefined || change.triedAtMs !== undefined) return false;
    await store.outbox.delete(change.seq);
    await freeQueued(store, id, undefined);
    await store.bookings.put({ ...withoutChange(visit), pending: undefined });
    return true;
  });
}

/** The resident stays with the request as it was: deletes the draft of its change and the reason of a refusal. */
export async function dropChange(store: PhoneStore, id: BookingId, draftId: BookingId): Promise<void> {
  await deleteDraft(store, draftId);
  await store.bookings.update(id, { problem: undefined });
}

/** Makes the change that waited a draft again, with the reason where it was refused. Call in a transaction. */
export async function freeQueued(
  store: PhoneStore,
  id: BookingId,
  problem: ProblemDetails | undefined,
): Promise<void> {
  await queuedOf(store, id).modify({ isQueued: undefined, problem });
}

/** Deletes the draft of a change that is done. Call in a transaction. */
export async function deleteQueued(store: PhoneStore, id: BookingId): Promise<void> {
  await queuedOf(store, id).delete();
}

function queuedOf(store: PhoneStore, id: BookingId) {
  return store.drafts.filter(({ changeOf, isQueued }) => changeOf === id && isQueued === true);
}

/** Returns what a change makes of a visit that is `minutes` long then. */
export function onceChangedOf(change: RequestChange, minutes: number): OnceChanged {
  const { services, place, preferences, prepared } = change;
  return { services, area: place.area, preferences, answers: givenAnswers(change), prepared, minutes };
}

/** Returns the visit with what its change made of it. */
export function afterChange(visit: VisitRow): VisitRow {
  const { sealedOnceChanged, onceChanged } = visit;
  return {
    ...withoutChange(visit),
    ...onceChanged,
    sealedChanged: sealedOnceChanged ?? visit.sealedChanged,
    changedRevision: 0,
  };
}

/** Returns the visit without the change that waited. */
export function withoutChange(visit: VisitRow): VisitRow {
  return { ...visit, sealedOnceChanged: undefined, onceChanged: undefined };
}
