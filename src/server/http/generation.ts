import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GENERATION_HEADER } from '../../contract/generation';
import { ProblemError } from './frame/problem-response';
import { isApiUrl } from './frame/request-path';
import type { ServerContext } from './server-context';

/** Routes that answer a client of another generation themselves: it reads again before it writes. */
const OWN_ANSWER: ReadonlySet<string | undefined> = new Set(['/api/sync', '/api/staff/sync']);

/**
 * Names the database's generation in every answer of the API. Refuses the write of a page that knows another
 * one: what it decided on may not be there any more, or be something else under the same revision.
 */
export function addGeneration(app: FastifyInstance, context: ServerContext): void {
  app.addHook('onSend', async (request, reply) => {
    const generation = context.generation?.();
    if (generation !== undefined && isApiUrl(request.url)) {
      void reply.header(GENERATION_HEADER, generation);
    }
  });
  app.addHook('preValidation', async (request) => {
    if (request.method === 'GET' || OWN_ANSWER.has(request.routeOptions.url)) return;
    if (isOfOtherGeneration(context, request)) throw new ProblemError('data-put-back');
  });
}

/** Whether the sender knows another generation than the database's. Who names none is taken to know it. */
export function isOfOtherGeneration(
  { generation }: Pick<ServerContext, 'generation'>,
  request: FastifyRequest,
): boolean {
  const named = request.headers[GENERATION_HEADER];
  const current = generation?.();
  return named !== undefined && current !== undefined && named !== current;
}
