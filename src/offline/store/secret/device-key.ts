import type { Base64Url } from '../../../contract/scalars';
import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, LockedDeviceRow } from '../engine/rows';
import { makeToken } from './base64url';
import { LockedError, openedDevice } from './open-key';
import { seal, unseal } from './seal';

const SECRET_PURPOSE = 'meta:device';

/**
 * Returns this phone's key and secret, made at first use. Two tabs may ask at once: both prepare a row, one
 * row wins, and both get that one. Nobody can export the key, not even this app. Throws `LockedError` where a
 * PIN keeps the key from this page.
 */
export async function readDevice(store: PhoneStore): Promise<DeviceRow> {
  const known = await store.meta.get('device');
  if (known?.key === 'device') return openOrThrow(store, known);
  const cryptoKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const secret = await seal(cryptoKey, SECRET_PURPOSE, makeToken());
  const made: DeviceRow = { key: 'device', id: makeId(), cryptoKey, secret };
  return store.transaction('rw', store.meta, async () => {
    const first = await store.meta.get('device');
    if (first?.key === 'device') return openOrThrow(store, first);
    await store.meta.add(made);
    return made;
  });
}

/** Returns the 128-bit secret by which the server knows this phone; the server stores only its hash. */
export async function readSecret(device: DeviceRow): Promise<Base64Url> {
  const secret = await unseal<Base64Url>(device.cryptoKey, SECRET_PURPOSE, device.secret);
  if (secret === undefined) throw new Error('the secret of this phone does not decrypt');
  return secret;
}

function openOrThrow(store: PhoneStore, device: DeviceRow | LockedDeviceRow): DeviceRow {
  const opened = openedDevice(store, device);
  if (opened === undefined) throw new LockedError('this phone is locked with a PIN');
  return opened;
}
