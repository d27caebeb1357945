import type { PhoneStore } from './phone-store';

const KEY_ENTRY = 'device-key';
const KEY_BITS = 256;
const keys = new WeakMap<PhoneStore, CryptoKey>();

/**
 * The phone's AES-GCM key, made at first use. It cannot be read out, only used, and lives in the
 * database with what it locks: a copy of the files alone gives nothing to read.
 */
export async function deviceKey(store: PhoneStore): Promise<CryptoKey> {
  const known = keys.get(store);
  if (known !== undefined) return known;
  const saved = await store.meta.get(KEY_ENTRY);
  if (saved !== undefined) return remember(store, saved.value as CryptoKey);
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: KEY_BITS }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may both have made one: the first to be written is the phone's.
  const kept = await store.transaction('rw', store.meta, async () => {
    const first = await store.meta.get(KEY_ENTRY);
    if (first !== undefined) return first.value as CryptoKey;
    await store.meta.add({ key: KEY_ENTRY, value: made });
    return made;
  });
  return remember(store, kept);
}

function remember(store: PhoneStore, key: CryptoKey): CryptoKey {
  keys.set(store, key);
  return key;
}
