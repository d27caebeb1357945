import { transferTokenIn } from '../../domain/link/token-in';
import { fromBase64Url, toBase64Url } from '../store/secret/base64url';
import { sealBytes, unsealBytes } from '../store/secret/seal';
import type { TransferredData } from './transferred-rows';

const ID_BYTES = 16;
const KEY_BYTES = 32;
const IV_BYTES = 12;

/** What a transfer link carries: an id for the server, and a key (AES-256) that no server ever sees. */
export type TransferLink = { readonly id: string; readonly key: string };

export function makeTransferLink(): TransferLink {
  const random = (bytes: number) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
  return { id: random(ID_BYTES), key: random(KEY_BYTES) };
}

/** Returns the text after the link's `#`, which browsers do not send to the server. */
export function fragmentOf({ id, key }: TransferLink): string {
  return `${id}.${key}`;
}

/**
 * Reads the link from a fragment, or from a whole address scanned as a code; `undefined` where there is none.
 */
export function readTransferLink(text: string): TransferLink | undefined {
  return transferTokenIn(text);
}

/** Encrypts the data, bound to the transfer's id; returns base64url. */
export async function sealTransfer(link: TransferLink, data: TransferredData): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const { iv, bytes: text } = await sealBytes(await keyOf(link), purposeOf(link), bytes);
  const whole = new Uint8Array(iv.length + text.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(text), iv.length);
  return toBase64Url(whole);
}

/** Decrypts the data; `undefined` where they were encrypted under another key or by a later app version. */
export async function unsealTransfer(
  link: TransferLink,
  sealed: string,
): Promise<TransferredData | undefined> {
  const whole = fromBase64Url(sealed);
  const parts = { iv: whole.slice(0, IV_BYTES), bytes: whole.slice(IV_BYTES).buffer };
  const bytes = await unsealBytes(await keyOf(link), purposeOf(link), parts);
  if (bytes === undefined) return undefined;
  const data: TransferredData | undefined = JSON.parse(new TextDecoder().decode(bytes));
  return data?.format === 1 ? data : undefined;
}

const purposeOf = ({ id }: TransferLink) => `move:${id}`;

function keyOf({ key }: TransferLink): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64Url(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
