import type { FastifyInstance } from 'fastify';
import {
  type Availability,
  type AvailabilityQuery,
  availability,
  availabilityQuery,
} from '../../../contract/availability';
import { programmesIn } from '../../../contract/programme-id';
import { availabilityFor } from '../../queries/capacity/availability-for';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import { problemAnswers } from '../frame/problem-schema';
import type { ServerContext } from '../server-context';

/**
 * `GET /api/availability`: the windows of an area, and whether a visit of `minutes` fits. Needs no
 * credential.
 */
export function addAvailability(app: FastifyInstance, context: ServerContext): void {
  const areas = new Set(context.city.areas.map((area) => area.code));
  app.get<{ Querystring: AvailabilityQuery; Reply: Availability }>('/api/availability', {
    schema: {
      summary: 'Windows of an area with room',
      querystring: jsonSchemaOf(availabilityQuery),
      response: { 200: jsonSchemaOf(availability), ...problemAnswers },
    },
    handler: (request) => {
      const { area, minutes, needs, programmes } = request.query;
      if (!areas.has(area)) throw new ProblemError('area-unknown', { pointer: '/area' });
      const equipment = needs === 'biometric' ? (['biometric'] as const) : [];
      return availabilityFor(context, {
        area,
        minutes: Number(minutes),
        equipment,
        programmes: programmesIn(programmes),
      });
    },
  });
}
