import type { PhoneStore } from './phone-store';
import { randomText } from './random-text';
import { type Sealed, seal, unseal } from './seal';

const SECRET_ENTRY = 'device-secret';
const SECRET_BYTES = 16;

/** The phone's 128-bit secret, made at first use. The server keeps only its hash. */
export async function deviceSecret(store: PhoneStore): Promise<string> {
  const saved = await store.meta.get(SECRET_ENTRY);
  if (saved !== undefined) return unseal<string>(store, saved.value as Sealed);
  const sealed = await seal(store, randomText(SECRET_BYTES));
  // Two tabs may both have made one: the first to be written is the phone's.
  await store.transaction('rw', store.meta, async () => {
    if ((await store.meta.get(SECRET_ENTRY)) === undefined) {
      await store.meta.add({ key: SECRET_ENTRY, value: sealed });
    }
  });
  return deviceSecret(store);
}
