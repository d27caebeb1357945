import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { ServerContext } from '../engine/context';
import type { Keys } from './keys';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a value for the database: length and text of the key's id, nonce, tag, ciphertext of the JSON.
 * JSON escapes lone surrogates and U+0000, so that any text a phone can send comes back unchanged. `place`
 * (city, booking, field) is authenticated: a value copied to another row does not decrypt.
 */
export function seal(
  { keys, city, randomBytes }: Pick<ServerContext, 'keys' | 'city' | 'randomBytes'>,
  place: string,
  value: unknown,
): Buffer {
  return sealBytes({ keys, city, randomBytes }, place, Buffer.from(JSON.stringify(value)));
}

/** Like {@link seal}, for raw bytes. */
export function sealBytes(
  { keys, city, randomBytes }: Pick<ServerContext, 'keys' | 'city' | 'randomBytes'>,
  place: string,
  bytes: Buffer,
): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(keys, keys.encryption.current), nonce);
  cipher.setAAD(Buffer.from(`${city.code}/${place}`));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([headOf(keys), nonce, cipher.getAuthTag(), text]);
}

/** The leading bytes of every value that is encrypted under the current key. */
export function headOf({ encryption }: Keys): Buffer {
  const id = Buffer.from(encryption.current);
  return Buffer.concat([Buffer.of(id.length), id]);
}

/** Returns the value that {@link seal} was given; throws where the key is missing or a byte was changed. */
export function unseal(
  context: Pick<ServerContext, 'keys' | 'city'>,
  place: string,
  sealed: Buffer,
): unknown {
  return JSON.parse(unsealBytes(context, place, sealed).toString('utf8'));
}

/** Returns the bytes that {@link sealBytes} was given; throws as {@link unseal} does. */
export function unsealBytes(
  { keys, city }: Pick<ServerContext, 'keys' | 'city'>,
  place: string,
  sealed: Buffer,
): Buffer {
  const nonceAt = 1 + sealed.readUInt8(0);
  const tagAt = nonceAt + NONCE_BYTES;
  const textAt = tagAt + TAG_BYTES;
  const key = keyOf(keys, sealed.toString('utf8', 1, nonceAt));
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(nonceAt, tagAt), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(`${city.code}/${place}`));
  decipher.setAuthTag(sealed.subarray(tagAt, textAt));
  return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]);
}

/** Returns the hash by which a NIK is found without storing the NIK. */
export function nikIndexOf({ keys, city }: Pick<ServerContext, 'keys' | 'city'>, nik: string): string {
  return createHmac('sha256', keys.nikIndex).update(`${city.code}/${nik}`).digest('base64url');
}

const subkeys = new WeakMap<Keys, Map<string, KeyObject>>();

/**
 * Derives a key for one purpose, which reveals no other purpose's key. Cached, since each booking needs it.
 */
export function subkeyOf({ keys, city }: Pick<ServerContext, 'keys' | 'city'>, purpose: string): KeyObject {
  const name = `key/${city.code}/${purpose}`;
  const made = subkeys.get(keys) ?? new Map<string, KeyObject>();
  subkeys.set(keys, made);
  const key = made.get(name) ?? createSecretKey(createHmac('sha256', keys.nikIndex).update(name).digest());
  made.set(name, key);
  return key;
}

function keyOf(keys: Keys, id: string): Buffer {
  // Another process may have encrypted the value under a key added meanwhile (npm run keys).
  if (keys.encryption.byId[id] === undefined) keys.refresh?.();
  const key = keys.encryption.byId[id];
  if (key === undefined) throw new Error(`the key ${id} is missing`);
  return key;
}
