import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { LockedDeviceRow } from '../engine/rows';
import { readDevice } from '../secret/device-key';
import { holdKey, openedDevice } from '../secret/open-key';
import { resealAll } from '../secret/reseal';
import { makeLockedKey, openLockedKey } from './pin-key';
import { countPinTry, forgetPinTries } from './pin-tries';

/** `waiting`: no PIN is taken before `untilMs`, Unix milliseconds. */
export type PinAnswer =
  | { readonly is: 'right' | 'wrong' | 'no-pin' }
  | { readonly is: 'waiting'; readonly untilMs: number };

/**
 * Closes this phone with a PIN. All that is personal is sealed anew under a key that never lay on the phone without the
 * PIN: from now on it is only in the memory of a page that was opened with it. The id is new too, so that an answer on its way
 * to the old one is asked for again. This page stays open.
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
  if (!isDone) throw new Error('this phone was wiped or closed meanwhile');
  await forgetPinTries(store);
  holdKey(store, { id, cryptoKey });
}

/** Opens this phone in this page. `nowMs`: Unix milliseconds. */
export function unlock(store: PhoneStore, pin: string, nowMs: number): Promise<PinAnswer> {
  return tryPin(store, pin, nowMs, async ({ id }, cryptoKey) => holdKey(store, { id, cryptoKey }));
}

/** Takes the PIN away, asked for once more; the key lies on the phone again. `nowMs`: Unix milliseconds. */
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

/** Lets go of the key: from now on nothing of this phone can be read in this page. Without a PIN it does nothing. */
export function lockNow(store: PhoneStore): void {
  holdKey(store, undefined);
}

/** Whether this page may read the phone now. */
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
