import type { Table } from 'dexie';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { readDevice, readSecret } from './device-key';
import { isSameKey } from './is-same-key';

/**
 * Seals, then writes in one transaction over `tables` and the device's row. Encryption cannot run inside a transaction, so a
 * PIN may be set in between, in another tab: then nothing was written, and it is made and written anew with the key of now.
 * Rows that `make` opens are to be read in it, after the key. Returns `undefined` where the phone was wiped meanwhile; throws
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

/** The same phone with its key of now; `undefined` where it was wiped, and is perhaps another since. */
async function sameDevice(store: PhoneStore, before: DeviceRow): Promise<DeviceRow | undefined> {
  if ((await store.meta.get('device')) === undefined) return undefined;
  const device = await readDevice(store);
  return (await readSecret(device)) === (await readSecret(before)) ? device : undefined;
}
