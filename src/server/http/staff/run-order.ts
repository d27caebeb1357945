import type { FastifyInstance } from 'fastify';
import {
  type RunOrder,
  type RunOrderQuery,
  runOrder,
  runOrderQuery,
} from '../../../contract/staff/run-order';
import { auditView } from '../../commands/staff/audit-view';
import { runOrder as readOrder } from '../../queries/visit/run-order';
import { jsonSchemaOf } from '../frame/json-schema';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { auditedOf } from './reach';
import { requirePermission } from './session';

/** `GET /api/staff/run-order`: a unit's visits of a day in order. Each read is audited. */
export function addStaffRunOrder(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Querystring: RunOrderQuery; Reply: RunOrder }>('/api/staff/run-order', {
    schema: {
      summary: 'A unit’s visits of a day in the order of the run sheet',
      querystring: jsonSchemaOf(runOrderQuery),
      response: { 200: jsonSchemaOf(runOrder), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requirePermission(context, request, 'plan-bookings');
      const { unit, day } = request.query;
      const order = await readOrder(context, { unit, day });
      const numbers = order.windows.flatMap(({ visits }) => visits.map(({ number }) => number));
      await auditView(context, auditedOf(session, request), {
        action: 'see-list',
        detail: { unit, day, numbers },
      });
      return order;
    },
  });
}
