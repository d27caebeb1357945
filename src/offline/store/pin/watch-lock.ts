import { liveQuery } from 'dexie';
import type { PhoneStore } from '../engine/phone-store';
import type { MetaRow } from '../engine/rows';
import { onKeyHeld, openedDevice } from '../secret/open-key';

/** Minutes out of sight after which the app locks itself, unless the resident chose otherwise. */
const LOCK_AFTER_MINUTES = 1;

export type LockState = { readonly hasPin: boolean; readonly isLocked: boolean };

/**
 * Watches whether there is a PIN and whether this page is locked: calls back now and after each change, from
 * any tab.
 */
export function watchLock(
  store: PhoneStore,
  onValue: (state: LockState) => void,
  onError: (error: unknown) => void,
): () => void {
  let device: MetaRow | undefined;
  let isKnown = false;
  const tell = () => {
    if (!isKnown) return;
    const isDevice = device?.key === 'device';
    onValue({
      hasPin: isDevice && device !== undefined && 'pin' in device,
      isLocked: device?.key === 'device' && openedDevice(store, device) === undefined,
    });
  };
  const subscription = liveQuery(() => store.meta.get('device')).subscribe((row) => {
    device = row;
    isKnown = true;
    tell();
  }, onError);
  const stop = onKeyHeld(store, tell);
  return () => {
    subscription.unsubscribe();
    stop();
  };
}

/** Reads how many minutes the app may be out of sight before it locks itself; 0 means at once. */
export async function readLockAfter(store: PhoneStore): Promise<number> {
  const row = await store.meta.get('lock-after');
  return row?.key === 'lock-after' ? row.minutes : LOCK_AFTER_MINUTES;
}

export async function setLockAfter(store: PhoneStore, minutes: number): Promise<void> {
  await store.meta.put({ key: 'lock-after', minutes });
}
