import { liveQuery } from 'dexie';
import type { PhoneStore } from '../engine/phone-store';
import type { MetaRow } from '../engine/rows';
import { onKeyHeld, openedDevice } from '../secret/open-key';

/** Minutes hidden after which the app closes itself, unless the person chose. */
const LOCK_AFTER_MINUTES = 1;

export type LockState = { readonly hasPin: boolean; readonly isLocked: boolean };

/** Whether there is a PIN and whether this page is closed, now and after each change, from any tab. */
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

/** Minutes that the app may be hidden before it closes itself; 0 is at once. */
export async function readLockAfter(store: PhoneStore): Promise<number> {
  const row = await store.meta.get('lock-after');
  return row?.key === 'lock-after' ? row.minutes : LOCK_AFTER_MINUTES;
}

export async function setLockAfter(store: PhoneStore, minutes: number): Promise<void> {
  await store.meta.put({ key: 'lock-after', minutes });
}
