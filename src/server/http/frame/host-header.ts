import type { FastifyInstance } from 'fastify';
import { refuse } from '../../../domain/result';
import { sendProblem } from './problem-response';

/**
 * HTTP/1.1 names exactly one host, all else is malformed (RFC 9112, 3.2). Node would refuse the first without a
 * problem in its answer, and take the first of two.
 */
export function requireOneHost(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { httpVersion, rawHeaders } = request.raw;
    if (httpVersion !== '1.1' || countHosts(rawHeaders) === 1) return;
    return sendProblem(reply.header('connection', 'close'), refuse('request-malformed'));
  });
}

/** `rawHeaders`: names and values in turn, as Node gives them. */
function countHosts(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
}
