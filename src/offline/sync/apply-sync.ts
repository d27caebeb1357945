import type { ReadSync } from '../../contract/parse-answer';
import type { CommandResult, SyncResponse } from '../../contract/sync';
import type { PhoneStore } from '../store/engine/phone-store';
import type { OutboxRow, VisitRow } from '../store/engine/rows';
import { isOtherGeneration, markUnconfirmed } from '../store/put-back/mark-unconfirmed';
import { afterChange, deleteQueued, freeQueued, withoutChange } from '../store/visit/change-drafts';
import { forgetUnread, keepUnread, readableNow } from '../store/visit/unread-rows';
import { settleCallback, takeInCallback } from './apply-callbacks';
import { settlePhoto } from './apply-photos';
import type { Generation } from './post-sync';
import { letGo, sealDeskChanges, takeIn } from './take-in-row';

export type Applied = {
  readonly done: number;
  readonly refused: number;
  readonly changes: number;
  /** The server's database has another generation: this phone has to read again, or to send again. */
  readonly isAgain?: boolean;
};

type FinalResult = Exclude<CommandResult, { readonly outcome: 'retry' }>;

const PENDING = {
  'submit-booking': 'submit',
  'cancel-booking': 'cancel',
  'choose-window': 'choose-window',
  'change-request': 'change',
  'follow-booking': undefined,
  'withdraw-follower': undefined,
  'renew-follow-link': undefined,
  'ask-callback': undefined,
  'withdraw-callback': undefined,
  'attach-photo': undefined,
  'remove-photo': undefined,
  'erase-booking': 'erase',
} as const;

/**
 * Applies one response, entirely or not at all: removes answered commands, adds newer rows, saves the cursor.
 * Applying the same response again changes nothing. Of the first response of another generation only the
 * results count: what changed is then read from the start. Returns `undefined` when this phone was wiped while
 * the response was on its way.
 */
export async function applySync(
  store: PhoneStore,
  deviceId: string,
  answer: Pick<SyncResponse, 'results' | 'changes' | 'callbacks' | 'gone'> &
    Partial<Pick<ReadSync, 'cursor' | 'more' | 'serverTime' | 'unread'>> &
    Generation,
  nowMs: number,
): Promise<Applied | undefined> {
  const { meta, drafts, bookings, callbacks, outbox, photos, photoBytes } = store;
  const tables = [meta, drafts, bookings, callbacks, outbox, photos, photoBytes];
  const byDesk = await sealDeskChanges(store, deviceId, answer.changes);
  return store.transaction('rw', tables, async () => {
    const device = await store.meta.get('device');
    if (device?.key !== 'device' || device.id !== deviceId) return undefined;
    const count = { done: 0, refused: 0, changes: 0 };
    for (const result of answer.results) {
      if (result.outcome !== 'retry' && (await settle(store, result))) count[result.outcome] += 1;
    }
    const { generation } = answer;
    const atMs = answer.serverTime === undefined ? nowMs : Date.parse(answer.serverTime);
    if (generation !== undefined && (await isOtherGeneration(store, generation))) {
      await markUnconfirmed(store, generation, atMs);
      return { ...count, isAgain: true };
    }
    for (const row of answer.changes) {
      if (await takeIn(store, row, byDesk.get(row.id))) count.changes += 1;
    }
    for (const row of answer.unread ?? []) await keepUnread(store, row);
    for (const row of await readableNow(store)) {
      await forgetUnread(store, row.id);
      if (await takeIn(store, row)) count.changes += 1;
    }
    for (const id of answer.gone ?? []) {
      if (await letGo(store, id, nowMs)) count.changes += 1;
    }
    for (const row of answer.callbacks ?? []) {
      if (await takeInCallback(store, row)) count.changes += 1;
    }
    if (answer.cursor !== undefined) {
      await store.meta.put({ key: 'synced', cursor: answer.cursor, atMs: nowMs });
    }
    const isAgain = generation !== undefined && (await keepGeneration(store, generation, answer.more, atMs));
    return { ...count, isAgain };
  });
}

/** Returns whether this answer was the last of those that are read again. */
async function keepGeneration(
  store: PhoneStore,
  id: string,
  more: boolean | undefined,
  atMs: number,
): Promise<boolean> {
  const known = await store.meta.get('generation');
  const stage = known?.key === 'generation' ? known.stage : undefined;
  if (stage === undefined) await store.meta.put({ key: 'generation', id, stage: 'known', atMs });
  if (stage !== 'reading' || more !== false) return false;
  await store.meta.put({ key: 'generation', id, stage: 'read', atMs });
  return true;
}

async function settle(store: PhoneStore, result: FinalResult): Promise<boolean> {
  const sent = await store.outbox.where('id').equals(result.id).first();
  if (sent?.seq === undefined) return false;
  await store.outbox.delete(sent.seq);
  if (sent.callbackId !== undefined) {
    await settleCallback(store, sent.callbackId, sent.name, result);
    return true;
  }
  if (sent.photoId !== undefined) {
    await settlePhoto(store, sent.photoId, sent.name, result);
    return true;
  }
  if (sent.bookingId === undefined) {
    if (result.outcome === 'refused') {
      await store.meta.put({ key: `follow:${result.id}`, problem: result.problem });
    }
    return true;
  }
  if (sent.name === 'change-request') {
    if (result.outcome === 'done') await deleteQueued(store, sent.bookingId);
    else await freeQueued(store, sent.bookingId, result.problem);
  }
  const visit = await store.bookings.get(sent.bookingId);
  const waiting = await store.outbox.where('bookingId').equals(sent.bookingId).sortBy('seq');
  if (visit === undefined) return true;
  const isLinkWaiting = waiting.some(({ name }) => name === 'renew-follow-link') ? true : undefined;
  await store.bookings.put({ ...settled(visit, sent, result, lastShown(waiting)), isLinkWaiting });
  return true;
}

/** Returns the last waiting command that the screen shows as pending. */
function lastShown(waiting: readonly OutboxRow[]): OutboxRow | undefined {
  return [...waiting].reverse().find(({ name }) => PENDING[name] !== undefined);
}

/** Returns the visit after one of its commands was answered; `next` is the last command still waiting. */
function settled(
  visit: VisitRow,
  sent: OutboxRow,
  result: FinalResult,
  next: OutboxRow | undefined,
): VisitRow {
  const pending = next && PENDING[next.name];
  const waiting: VisitRow = {
    ...visit,
    pending,
    pendingChoice: pending === 'choose-window' ? visit.pendingChoice : undefined,
  };
  if (sent.name !== 'submit-booking') {
    // After a refused submission the server refuses every later command too; the screen shows the first
    // reason.
    const isOwnProblem = result.outcome === 'refused' && visit.delivery !== 'refused';
    const { putBack } = visit;
    if (isOwnProblem && sent.name === 'choose-window' && putBack?.notes.includes('date-again')) {
      // The resident did not ask for this change: that the date is gone is said with the rest.
      const notes = putBack.notes.map((note) => (note === 'date-again' ? ('date' as const) : note));
      return { ...waiting, putBack: { ...putBack, notes } };
    }
    const after = sent.name === 'change-request' ? changed(waiting, result) : waiting;
    return isOwnProblem ? { ...after, problem: result.problem } : after;
  }
  if (result.outcome === 'refused') return { ...waiting, delivery: 'refused', problem: result.problem };
  return {
    ...waiting,
    delivery: 'known',
    problem: undefined,
    sealed: visit.sealedOnceSent ?? visit.sealed,
    sealedOnceSent: undefined,
  };
}

function changed(visit: VisitRow, { outcome }: FinalResult): VisitRow {
  return outcome === 'done' ? afterChange(visit) : withoutChange(visit);
}
