import type { ChangeRequest } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { RequestChange } from '../../../domain/booking/request-change';
import type { Draft } from '../draft/draft';
import { openDraft } from '../draft/drafts';
import { isSameAnswers } from '../draft/same-answers';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { writeSealed } from '../secret/write-sealed';
import { onceChangedOf } from './change-drafts';
import { sealChanged } from './personal';
import { copyOfChange, type Queued } from './queue-booking';

/** `behind`: the desk has changed the request since this draft rests on it. */
export type QueuedChange = Queued | 'behind';

/**
 * Asks for a change of a sent request, which stays as it was until the server has done it. The draft waits with
 * its command: done, it is deleted; refused, it is there again with the reason. One transaction, as in
 * `queueBooking`. `minutes` is the length of the changed visit by this phone's catalogue; `nowMs` is in Unix
 * milliseconds.
 */
export async function queueChangeRequest(
  store: PhoneStore,
  draft: Draft,
  change: RequestChange,
  minutes: number,
  nowMs: number,
): Promise<QueuedChange> {
  const { changeOf } = draft;
  if (changeOf === undefined) throw new Error('this draft changes no request');
  const { bookingId, revision, givesUpDate } = changeOf;
  const command: ChangeRequest = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'change-request',
    bookingId,
    revision,
    request: copyOfChange(change),
    date: givesUpDate === true ? 'wishes' : 'keep',
  };
  const onceChanged = onceChangedOf(change, minutes);
  const make = async (device: DeviceRow) => {
    const kept = await store.drafts.get(draft.id);
    const shown = kept && (await openDraft(device.cryptoKey, kept));
    const isShown = shown !== undefined && isSameAnswers(draft, shown) && isSameAnswers(shown, draft);
    return {
      row: await sealCommand(device, command, bookingId),
      sealedOnceChanged: await sealChanged(device, bookingId, change),
      version: isShown ? kept?.version : -1,
    };
  };
  const tables = [store.drafts, store.bookings, store.outbox];
  const end = await writeSealed(store, tables, make, async (made): Promise<QueuedChange> => {
    const kept = await store.drafts.get(draft.id);
    const visit = await store.bookings.get(bookingId);
    if (kept === undefined || kept.isQueued === true || visit?.row === undefined) return 'gone';
    if (kept.version !== made.version) return 'changed';
    if (visit.deskChangedAt !== changeOf.deskChangedAt) return 'behind';
    await store.drafts.put({ ...kept, isQueued: true, problem: undefined });
    const { sealedOnceChanged } = made;
    await store.bookings.put({
      ...visit,
      pending: 'change',
      pendingChoice: undefined,
      problem: undefined,
      sealedOnceChanged,
      onceChanged,
    });
    await store.outbox.add(made.row);
    return 'queued';
  });
  return end ?? 'gone';
}
