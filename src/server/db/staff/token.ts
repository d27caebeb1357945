import { createHash } from 'node:crypto';
import type { ServerContext } from '../engine/context';

/** Returns this many random bytes as base64url: 32 for a session, 16 for a link. */
export function newToken({ randomBytes }: Pick<ServerContext, 'randomBytes'>, bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString('base64url');
}

/**
 * SHA-256, base64url: what the database stores of a token. Enough for random tokens, never for a password.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
