import { hash } from 'node:crypto';
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
  const deviceHash = findDeviceHash(request);
  if (deviceHash === undefined) throw new ProblemError('credential-not-valid');
  return deviceHash;
}

/** Limits, route and log ask for the same request. */
const found = new WeakMap<FastifyRequest, string>();

/** Returns the same hash; `undefined` where the request names no device in a valid way. */
export function findDeviceHash(request: FastifyRequest): string | undefined {
  const known = found.get(request);
  if (known !== undefined) return known;
  const secret = CREDENTIAL.exec(request.headers.authorization ?? '')?.[1];
  if (secret === undefined) return undefined;
  const deviceHash = hash('sha256', secret, 'base64url');
  found.set(request, deviceHash);
  return deviceHash;
}
