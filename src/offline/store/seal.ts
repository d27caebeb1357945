import { deviceKey } from './device-key';
import type { PhoneStore } from './phone-store';

/** AES-GCM ciphertext with the nonce it was made with (NIST SP 800-38D: 96 bits, never used twice). */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };

const NONCE_BYTES = 12;

/** Encrypts a value as JSON under this phone's key. Never call it inside a Dexie transaction: WebCrypto would end it. */
export async function seal(store: PhoneStore, value: unknown): Promise<Sealed> {
  const key = await deviceKey(store);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) };
}

/** Decrypts what `seal` made on this phone; throws where the key is another or the data was changed. */
export async function unseal<Value>(store: PhoneStore, sealed: Sealed): Promise<Value> {
  const key = await deviceKey(store);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce }, key, sealed.data);
  return JSON.parse(new TextDecoder().decode(plain)) as Value;
}
