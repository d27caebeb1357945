import { createHmac, timingSafeEqual } from 'node:crypto';
import type { StaffId } from '../../../domain/staff/role';

/** RFC 6238 as every authenticator app knows it: SHA-1, 30 s, 6 digits. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** RFC 4226 asks for 160 bits. */
export const TOTP_SECRET_BYTES = 20;
/** Clocks of phones differ: one step earlier or later is accepted. */
const STEPS_ASIDE = [0, -1, 1];
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a sealed secret is bound to (seal.ts). */
export function totpPlace(id: StaffId): string {
  return `staff/${id}/totp`;
}

/** The code of a time step. `secret` in base32. */
export function totpCodeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 0x0f;
  const number = (digest.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The time step whose code this is, now or one step aside, and later than the last one used; else `undefined`. */
export function matchTotp(
  secret: string,
  code: string,
  nowMs: number,
  lastStep: number | null,
): number | undefined {
  const now = Math.floor(nowMs / STEP_MS);
  return STEPS_ASIDE.map((aside) => now + aside).find((step) => {
    const isNew = lastStep === null || step > lastStep;
    return isNew && isSameText(totpCodeAt(secret, step), code);
  });
}

/** RFC 4648, without padding: what a person can type into an authenticator app. */
export function encodeBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

function decodeBase32(text: string): Buffer {
  const bits = [...text].map((char) => BASE32.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function isSameText(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
