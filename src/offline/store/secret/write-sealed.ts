import type { Table } from 'dexie';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { readDevice, readSecret } from './device-key';
import { isSameKey } from './is-same-key';

/**
 * Encrypts rows with `make`, then writes them with `write` in one transaction over `tables` and the device's
 * row. Encryption cannot run inside a transaction, so another tab may set a PIN in between: then nothing has
 * been written, and both steps run again with the new key. Whatever rows `make` decrypts, it must read
 * itself, after it gets the key. Returns `undefined` where the phone was wiped meanwhile; throws
 * `LockedError` where this page does not have the new key.
 */
export async function writeSealed<Made, End>(
  store: PhoneStore,
  tables: readonly Table[],
  make: (device: DeviceRow) => Promise<Made>,
  write: (made: Made) => Promise<End>,
): Promise<End | undefined> {
  const first = await readDevice(store);
  let device: DeviceRow | undefined = first;
  while (device !== undefined) {
    const sealedWith: DeviceRow = device;
    const made = await make(sealedWith);
    const end = await store.transaction('rw', [store.meta, ...tables], async () =>
      (await isSameKey(store, sealedWith)) ? { value: await write(made) } : undefined,
    );
    if (end !== undefined) return end.value;
    device = await sameDevice(store, first);
  }
  return undefined;
}

/**
 * Returns the same phone with its present key; `undefined` where it was wiped, even if it has been set up
 * again since.
 */
async function sameDevice(store: PhoneStore, before: DeviceRow): Promise<DeviceRow | undefined> {
  if ((await store.meta.get('device')) === undefined) return undefined;
  const device = await readDevice(store);
  return (await readSecret(device)) === (await readSecret(before)) ? device : undefined;
}
