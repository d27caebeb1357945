import type { FastifyInstance } from 'fastify';
import { checkHealth } from '../queries/health';
import { describeError } from './describe-error';
import { answerBusy } from './problem-response';
import { problemAnswers } from './problem-schema';
import type { ServerContext } from './server-context';

const healthy = {
  type: 'object',
  properties: { ok: { const: true } },
  required: ['ok'],
  additionalProperties: false,
};

/** `GET /api/health`: 200 when the database answers, else 503. */
export function addHealth(app: FastifyInstance, context: ServerContext): void {
  app.get('/api/health', {
    schema: { summary: 'Whether the server can work', response: { 200: healthy, ...problemAnswers } },
    handler: async (request, reply) => {
      try {
        await checkHealth(context);
        return { ok: true };
      } catch (error) {
        request.log.error({ error: describeError(error) }, 'the database does not answer');
        return answerBusy(reply);
      }
    },
  });
}
