import type { PhoneStore } from '../engine/phone-store';
import { watchSealed } from '../engine/watch';
import { unseal } from '../secret/seal';
import { type Callback, type CallbackPerson, type CallbackStored, callbackPurpose } from './callback';

/** Watches all callbacks asked for on this phone, newest first: calls back now and after each change. */
export function watchCallbacks(
  store: PhoneStore,
  onValue: (callbacks: Callback[]) => void,
  onError: (error: unknown) => void,
): () => void {
  return watchSealed(store, () => store.callbacks.toArray(), openCallbacks, onValue, onError);
}

async function openCallbacks(key: CryptoKey, rows: readonly CallbackStored[]): Promise<Callback[]> {
  const callbacks = await Promise.all(
    rows.map(async ({ sealed, isUnconfirmed: _, before: __, ...callback }) => ({
      ...callback,
      person: sealed && (await unseal<CallbackPerson>(key, callbackPurpose(callback.id), sealed)),
    })),
  );
  return callbacks.sort((a, b) => b.queuedAtMs - a.queuedAtMs);
}
