import type { Base64Url } from '../../../contract/scalars';

const TOKEN_BYTES = 16;

/** Makes 128 random bits as 22 characters: a device secret or a follow token. */
export function makeToken(): Base64Url {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
}

/** SHA-256 of the text's UTF-8, as 43 characters. */
export async function sha256(text: string): Promise<Base64Url> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/**
 * Encodes bytes as base64url without padding (RFC 4648). One character at a time: no call takes as many
 * arguments as a long text has bytes.
 */
export function toBase64Url(bytes: Uint8Array): Base64Url {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') as Base64Url;
}

/** Decodes base64url text; throws where it is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
