import type { FastifyInstance } from 'fastify';
import { refuse } from '../../../domain/result';
import { sendProblem } from './problem-response';

/**
 * Refuses a request that does not name exactly one host (RFC 9112, 3.2). Node would refuse one without a host
 * but answer with no problem, and of two hosts it would take the first.
 */
export function requireOneHost(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { httpVersion, rawHeaders } = request.raw;
    if (httpVersion !== '1.1' || countHosts(rawHeaders) === 1) return;
    return sendProblem(reply.header('connection', 'close'), refuse('request-malformed'));
  });
}

/** `rawHeaders` has names and values in turn, as Node gives them. */
function countHosts(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
}
