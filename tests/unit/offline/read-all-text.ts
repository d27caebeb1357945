import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import type { Sealed } from '../../../src/offline/store/secret/seal';
import { unseal } from '../../../src/offline/store/secret/seal';

/**
 * Reads everything on the phone, with whatever its own key opens, and without ciphertext that stays closed.
 */
export async function readAllText(store: PhoneStore): Promise<string> {
  const { cryptoKey } = await readDevice(store);
  const texts: string[] = [];
  for (const table of store.tables) {
    for (const row of await table.toArray()) {
      texts.push(JSON.stringify(row));
      const purposes = [`${table.name}:${row.id}`, `meta:${row.key}`];
      for (const sealed of Object.values(row).filter(isSealed)) {
        for (const purpose of purposes)
          texts.push(JSON.stringify(await unseal(cryptoKey, purpose, sealed)) ?? '');
      }
    }
  }
  return texts.join('\n');
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value && 'bytes' in value;
}
