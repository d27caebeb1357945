import type { FastifyRequest } from 'fastify';
import { CONTRACT_VERSION } from '../../../contract/version';
import { ProblemError } from './problem-response';

/**
 * Refuses a body of another contract version. Runs before the schema, which only describes this version's messages.
 */
export async function refuseOtherVersion(request: FastifyRequest): Promise<void> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('version' in body)) return;
  if (typeof body.version === 'number' && body.version !== CONTRACT_VERSION) {
    throw new ProblemError('version-not-supported', { pointer: '/version' });
  }
}
