import type { CallbackRow } from '../../contract/callback-row';
import type { CommandResult } from '../../contract/sync';
import type { CallbackId } from '../../domain/people/callback';
import type { PhoneStore } from '../store/engine/phone-store';
import type { OutboxRow } from '../store/engine/rows';

/**
 * Updates a callback after one of its commands was answered. Runs in the transaction that applies the
 * response.
 */
export async function settleCallback(
  store: PhoneStore,
  id: CallbackId,
  name: OutboxRow['name'],
  result: Exclude<CommandResult, { readonly outcome: 'retry' }>,
): Promise<void> {
  const callback = await store.callbacks.get(id);
  if (callback === undefined) return;
  const problem = result.outcome === 'refused' ? result.problem : undefined;
  if (name === 'withdraw-callback') {
    // A refused withdrawal changes nothing: the resident can ask for it again.
    await store.callbacks.put({ ...callback, isWithdrawing: undefined });
  } else if (problem !== undefined) {
    await store.callbacks.put({ ...callback, delivery: 'refused', problem, isWithdrawing: undefined });
  } else {
    // The server knows whom to call, so this phone no longer keeps it.
    await store.callbacks.put({ ...callback, delivery: 'known', sealed: undefined });
  }
}

/**
 * Keeps the row with the higher revision; of a server of another generation, whichever comes. A callback that
 * this phone has deleted stays deleted.
 */
export async function takeInCallback(store: PhoneStore, row: CallbackRow): Promise<boolean> {
  const callback = await store.callbacks.get(row.id);
  if (callback === undefined) return false;
  const isNews = callback.isUnconfirmed === true || (callback.row?.revision ?? 0) < row.revision;
  if (!isNews) return false;
  await store.callbacks.put({
    ...callback,
    row,
    delivery: 'known',
    sealed: undefined,
    isUnconfirmed: undefined,
    isLost: undefined,
  });
  return true;
}
