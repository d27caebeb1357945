/** AES-GCM ciphertext of a JSON value; readable only with the key of this phone. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

/** NIST SP 800-38D: 96 bits, a fresh random one for each message. */
const IV_BYTES = 12;

/**
 * Encrypts a JSON value. `purpose` (table and id) is bound to it, so that a ciphertext moved to another row
 * does not open. Never call it inside a Dexie transaction: WebCrypto lets the transaction end.
 */
export async function seal(key: CryptoKey, purpose: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt(parameters(iv, purpose), key, text) };
}

/** The value sealed under the same key and purpose; `undefined` when it does not open (another key, a changed byte). */
export async function unseal<Value>(
  key: CryptoKey,
  purpose: string,
  sealed: Sealed,
): Promise<Value | undefined> {
  try {
    const text = await crypto.subtle.decrypt(parameters(sealed.iv, purpose), key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, purpose: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(purpose) };
}
