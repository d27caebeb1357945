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
  const secret = CREDENTIAL.exec(header)?.[1];
  if (secret === undefined) throw new ProblemError('credential-not-valid');
  return createHash('sha256').update(secret).digest('base64url');
}
