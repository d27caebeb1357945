import type { FastifyInstance } from 'fastify';
import { type OpenCallbacks, openCallbacks } from '../../../contract/staff/callbacks';
import { auditView } from '../../commands/staff/audit-view';
import { openCallbacks as readCallbacks } from '../../queries/callback/open-callbacks';
import { jsonSchemaOf } from '../frame/json-schema';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { auditedOf } from './reach';
import { requirePermission } from './session';

/** `GET /api/staff/callbacks`: the callbacks still to be made. Each read is audited. */
export function addStaffCallbacks(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Reply: OpenCallbacks }>('/api/staff/callbacks', {
    schema: {
      summary: 'Who waits to be called',
      response: { 200: jsonSchemaOf(openCallbacks), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requirePermission(context, request, 'callbacks');
      const read = await readCallbacks(context);
      const detail = { callbacks: read.callbacks.map(({ id }) => id) };
      await auditView(context, auditedOf(session, request), { action: 'see-callbacks', detail });
      return read;
    },
  });
}
