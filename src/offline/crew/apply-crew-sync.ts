import type { Cursor } from '../../contract/scalars';
import type { StaffCommandResult, StaffSyncResponse } from '../../contract/staff/run-sheet';
import { seal } from '../store/secret/seal';
import type { Generation } from '../sync/post-sync';
import { changedAfter, NOTHING_CHANGED } from './changed-visits';
import type { CrewKeyRow, Sheet } from './crew-rows';
import type { CrewStore } from './crew-store';
import { forgetSent, keepSent, sendAgain } from './sent-commands';
import { NO_ORDER, ordersAfter } from './visit-order';
import { SHEET_PURPOSE } from './watch-sheet';

type CrewApplied = {
  readonly done: number;
  readonly refused: number;
  readonly changes: number;
  /** The server's database has another generation: the whole sheet is to be asked for. */
  readonly isAgain?: boolean;
};
type FinalResult = Exclude<StaffCommandResult, { readonly outcome: 'retry' }>;
type Answer = Pick<StaffSyncResponse, 'results'> &
  Partial<Pick<StaffSyncResponse, 'cursor' | 'serverTime'>> & { readonly sheet?: Sheet | null } & Generation;

/** Of no day: the server answers it with the whole sheet. */
const VOID_CURSOR = '0' as Cursor;

/**
 * Applies one response, entirely or not at all: removes answered commands from the outbox, keeps refused ones
 * with the server's problem, and replaces the sheet. Applying the same response again changes nothing. Of the
 * first response of another generation only the results count; what was sent in the last days is queued again.
 * Returns `undefined` if the rows were encrypted under another key meanwhile. `nowMs`: Unix milliseconds.
 */
export async function applyCrewSync(
  store: CrewStore,
  { id: keyId, cryptoKey }: CrewKeyRow,
  { results, sheet, cursor, serverTime, generation }: Answer,
  nowMs: number,
): Promise<CrewApplied | undefined> {
  // Encrypted before the transaction begins, because awaiting WebCrypto would end it.
  const sealed = sheet && (await seal(cryptoKey, SHEET_PURPOSE, sheet));
  const atMs = serverTime === undefined ? nowMs : Date.parse(serverTime);
  const { meta, outbox, refused, sent } = store;
  return store.transaction('rw', meta, outbox, refused, sent, async () => {
    const key = await store.meta.get('crew-key');
    if (key?.key !== 'crew-key' || key.id !== keyId) return undefined;
    const count = { done: 0, refused: 0, changes: 0 };
    for (const result of results) {
      if (result.outcome !== 'retry' && (await settle(store, result, nowMs, atMs)))
        count[result.outcome] += 1;
    }
    if (serverTime !== undefined) await forgetSent(store, atMs);
    const known = await store.meta.get('sheet');
    if (generation !== undefined && (await isOther(store, generation, known !== undefined, atMs))) {
      if (known?.key === 'sheet') await store.meta.put({ ...known, cursor: VOID_CURSOR });
      return { ...count, isAgain: true };
    }
    const kept = sealed ?? (known?.key === 'sheet' ? known.sealed : undefined);
    if (cursor !== undefined && kept !== undefined) {
      // A sheet of which this app could not read all is asked for again each time: after an update it may.
      const isWhole = (sheet?.unread ?? 0) === 0;
      await store.meta.put({
        key: 'sheet',
        cursor: isWhole ? cursor : VOID_CURSOR,
        atMs: nowMs,
        sealed: kept,
      });
    }
    if (sheet) {
      count.changes = 1;
      await takeInOrders(store, sheet);
    }
    return count;
  });
}

/**
 * Notes the server's generation. Returns whether it is another than this phone knew, after queueing again what
 * was sent; a phone from before generations has kept nothing to send.
 */
async function isOther(store: CrewStore, id: string, hasSheet: boolean, nowMs: number): Promise<boolean> {
  const known = await store.meta.get('generation');
  const isSame = known?.key === 'generation' && known.id === id;
  if (isSame) return false;
  await store.meta.put({ key: 'generation', id });
  if (known === undefined) return hasSheet;
  await sendAgain(store, nowMs);
  return true;
}

async function settle(
  store: CrewStore,
  result: FinalResult,
  nowMs: number,
  serverMs: number,
): Promise<boolean> {
  const sent = await store.outbox.where('id').equals(result.id).first();
  if (sent?.seq === undefined) return false;
  await store.outbox.delete(sent.seq);
  if (result.outcome === 'done') await keepSent(store, sent, serverMs);
  if (result.outcome === 'refused') {
    const { id, name, bookingId, sealed } = sent;
    await store.refused.put({ id, name, bookingId, sealed, problem: result.problem, atMs: nowMs });
  }
  return true;
}

async function takeInOrders(store: CrewStore, sheet: Sheet): Promise<void> {
  const row = await store.meta.get('order');
  await store.meta.put(ordersAfter(row?.key === 'order' ? row : NO_ORDER, sheet));
  const changed = await store.meta.get('changed');
  await store.meta.put(changedAfter(changed?.key === 'changed' ? changed : NOTHING_CHANGED, sheet));
}
