import type { StaffCommandResult, StaffSyncResponse } from '../../contract/staff/run-sheet';
import { seal } from '../store/secret/seal';
import type { CrewKeyRow, Sheet } from './crew-rows';
import type { CrewStore } from './crew-store';
import { NO_ORDER, ordersAfter } from './visit-order';
import { SHEET_PURPOSE } from './watch-sheet';

type CrewApplied = { readonly done: number; readonly refused: number; readonly changes: number };
type FinalResult = Exclude<StaffCommandResult, { readonly outcome: 'retry' }>;
type Answer = Pick<StaffSyncResponse, 'results'> & Partial<Pick<StaffSyncResponse, 'sheet' | 'cursor'>>;

/**
 * Applies one response, entirely or not at all: removes answered commands from the outbox, keeps refused ones
 * with the server's problem, and replaces the sheet. Applying the same response again changes nothing.
 * Returns `undefined` if the rows were encrypted under another key meanwhile. `nowMs`: Unix milliseconds.
 */
export async function applyCrewSync(
  store: CrewStore,
  { id: keyId, cryptoKey }: CrewKeyRow,
  { results, sheet, cursor }: Answer,
  nowMs: number,
): Promise<CrewApplied | undefined> {
  // Encrypted before the transaction begins, because awaiting WebCrypto would end it.
  const sealed = sheet && (await seal(cryptoKey, SHEET_PURPOSE, sheet));
  return store.transaction('rw', store.meta, store.outbox, store.refused, async () => {
    const key = await store.meta.get('crew-key');
    if (key?.key !== 'crew-key' || key.id !== keyId) return undefined;
    const count = { done: 0, refused: 0, changes: 0 };
    for (const result of results) {
      if (result.outcome !== 'retry' && (await settle(store, result, nowMs))) count[result.outcome] += 1;
    }
    const known = await store.meta.get('sheet');
    const kept = sealed ?? (known?.key === 'sheet' ? known.sealed : undefined);
    if (cursor !== undefined && kept !== undefined) {
      await store.meta.put({ key: 'sheet', cursor, atMs: nowMs, sealed: kept });
    }
    if (sheet) {
      count.changes = 1;
      await takeInOrders(store, sheet);
    }
    return count;
  });
}

async function settle(store: CrewStore, result: FinalResult, nowMs: number): Promise<boolean> {
  const sent = await store.outbox.where('id').equals(result.id).first();
  if (sent?.seq === undefined) return false;
  await store.outbox.delete(sent.seq);
  if (result.outcome === 'refused') {
    const { id, name, bookingId, sealed } = sent;
    await store.refused.put({ id, name, bookingId, sealed, problem: result.problem, atMs: nowMs });
  }
  return true;
}

async function takeInOrders(store: CrewStore, sheet: Sheet): Promise<void> {
  const row = await store.meta.get('order');
  await store.meta.put(ordersAfter(row?.key === 'order' ? row : NO_ORDER, sheet));
}
