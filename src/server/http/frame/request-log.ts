import type { FastifyInstance } from 'fastify';

/**
 * Logs one line per answer, without personal data: the route's pattern instead of the path, and no address,
 * body or query.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const line = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'answered');
  });
}
