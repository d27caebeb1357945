import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-response';

/** 128 to 256 random bits, base64url without padding (RFC 4648). */
const CREDENTIAL = /^Device ([A-Za-z0-9_-]{22,43})$/;

/**
 * Returns the SHA-256 (base64url) of the device's secret. Only this says which device asks; a body never
 * does. Throws a problem where the credential is missing or malformed.
 */
export function readDeviceHash(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined) throw new ProblemError('credential-missing');
  const hash = findDeviceHash(request);
  if (hash === undefined) throw new ProblemError('credential-not-valid');
  return hash;
}

/** Returns the same hash; `undefined` where the request names no device in a valid way. */
export function findDeviceHash({ headers }: FastifyRequest): string | undefined {
  const secret = CREDENTIAL.exec(headers.authorization ?? '')?.[1];
  return secret === undefined ? undefined : createHash('sha256').update(secret).digest('base64url');
}
