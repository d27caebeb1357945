import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { LockedDeviceRow } from '../engine/rows';
import { readDevice } from '../secret/device-key';
import { holdKey, openedDevice } from '../secret/open-key';
import { resealAll } from '../secret/reseal';
import { makeLockedKey, openLockedKey } from './pin-key';
import { countPinTry, forgetPinTries } from './pin-tries';

/** `waiting`: no PIN is accepted before `untilMs`, Unix milliseconds. */
export type PinAnswer =
  | { readonly is: 'right' | 'wrong' | 'no-pin' }
  | { readonly is: 'waiting'; readonly untilMs: number };

/**
 * Locks this phone with a PIN. Everything personal is encrypted again under a key that the phone has never
 * stored unwrapped: from now on that key is only in the memory of a page unlocked with the PIN. The id
 * changes too, so that a response still on its way under the old id is requested again. This page stays
 * unlocked.
 */
export async function setPin(store: PhoneStore, pin: string): Promise<void> {
  const device = await readDevice(store);
  const id = makeId();
  const { cryptoKey, lock } = await makeLockedKey(pin);
  const isDone = await resealAll(store, device, cryptoKey, (secret) => ({
    key: 'device',
    id,
    secret,
    pin: lock,
  }));
  if (!isDone) throw new Error('this phone was wiped or locked meanwhile');
  await forgetPinTries(store);
  holdKey(store, { id, cryptoKey });
}

/** Unlocks this phone in this page. `nowMs`: Unix milliseconds. */
export function unlock(store: PhoneStore, pin: string, nowMs: number): Promise<PinAnswer> {
  return tryPin(store, pin, nowMs, async ({ id }, cryptoKey) => holdKey(store, { id, cryptoKey }));
}

/**
 * Removes the PIN, which the resident must enter once more; the phone stores its key unwrapped again.
 * `nowMs`: Unix milliseconds.
 */
export function removePin(store: PhoneStore, pin: string, nowMs: number): Promise<PinAnswer> {
  return tryPin(store, pin, nowMs, async ({ key, id, secret }, cryptoKey) => {
    await store.transaction('rw', store.meta, async () => {
      const current = await store.meta.get('device');
      if (current?.key === 'device' && current.id === id) {
        await store.meta.put({ key, id, secret, cryptoKey });
      }
    });
    holdKey(store, undefined);
  });
}

/**
 * Drops the key: from now on this page can read nothing of this phone. Does nothing where there is no PIN.
 */
export function lockNow(store: PhoneStore): void {
  holdKey(store, undefined);
}

/** Whether this page cannot read the phone now. */
export async function isLocked(store: PhoneStore): Promise<boolean> {
  const device = await store.meta.get('device');
  return device?.key === 'device' && openedDevice(store, device) === undefined;
}

async function tryPin(
  store: PhoneStore,
  pin: string,
  nowMs: number,
  onRight: (device: LockedDeviceRow, cryptoKey: CryptoKey) => Promise<void>,
): Promise<PinAnswer> {
  const device = await store.meta.get('device');
  if (device?.key !== 'device' || !('pin' in device)) return { is: 'no-pin' };
  const untilMs = await countPinTry(store, nowMs);
  if (untilMs > 0) return { is: 'waiting', untilMs };
  const cryptoKey = await openLockedKey(pin, device.pin);
  if (cryptoKey === undefined) return { is: 'wrong' };
  await forgetPinTries(store);
  await onRight(device, cryptoKey);
  return { is: 'right' };
}
