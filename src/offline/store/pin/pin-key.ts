import type { PinLock } from '../engine/rows';
import { seal, unseal } from '../secret/seal';

/** OWASP Password Storage (2023): 600,000 rounds of PBKDF2 with HMAC-SHA256. */
const PIN_ROUNDS = 600_000;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const PURPOSE = 'meta:pin';

/** 4 to 6 digits. */
const PIN = /^[0-9]{4,6}$/;

export function isPin(text: string): boolean {
  return PIN.test(text);
}

/** Makes a new, non-extractable key for this phone, and the same key wrapped under a PIN. */
export async function makeLockedKey(
  pin: string,
): Promise<{ readonly cryptoKey: CryptoKey; readonly lock: PinLock }> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const wrapped = await seal(await deriveKey(pin, salt, PIN_ROUNDS), PURPOSE, Array.from(raw));
  return { cryptoKey: await importKey(raw), lock: { salt, rounds: PIN_ROUNDS, wrapped } };
}

/** Unwraps the key with a PIN; `undefined` when the PIN is wrong. */
export async function openLockedKey(pin: string, lock: PinLock): Promise<CryptoKey | undefined> {
  const wrapping = await deriveKey(pin, lock.salt, lock.rounds);
  const raw = await unseal<number[]>(wrapping, PURPOSE, lock.wrapped);
  return raw && importKey(Uint8Array.from(raw));
}

async function deriveKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
