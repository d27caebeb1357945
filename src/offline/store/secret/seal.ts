/** AES-GCM ciphertext of a JSON value, readable only with the key of this phone. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

/** NIST SP 800-38D: 96 bits, random and new for each message. */
const IV_BYTES = 12;

/**
 * Encrypts a JSON value. `purpose` (table and id) is bound to it, so that a ciphertext copied to another row
 * does not decrypt. Never call this inside a Dexie transaction: awaiting WebCrypto ends the transaction.
 */
export function seal(key: CryptoKey, purpose: string, value: unknown): Promise<Sealed> {
  return sealBytes(key, purpose, new TextEncoder().encode(JSON.stringify(value)));
}

/** Like `seal`, for raw bytes. */
export async function sealBytes(
  key: CryptoKey,
  purpose: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt(parameters(iv, purpose), key, bytes) };
}

/**
 * Decrypts a value under the same key and purpose; `undefined` when it does not decrypt (another key, a
 * changed byte).
 */
export async function unseal<Value>(
  key: CryptoKey,
  purpose: string,
  sealed: Sealed,
): Promise<Value | undefined> {
  try {
    const text = await unsealBytes(key, purpose, sealed);
    return text && JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

/** Like `unseal`, for raw bytes. */
export async function unsealBytes(
  key: CryptoKey,
  purpose: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(sealed.iv, purpose), key, sealed.bytes));
  } catch {
    return undefined;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, purpose: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(purpose) };
}
