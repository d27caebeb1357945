import type { FastifyInstance } from 'fastify';
import {
  type Figures,
  type FiguresCsvQuery,
  type FiguresQuery,
  figures,
  figuresCsvQuery,
  figuresQuery,
} from '../../../contract/staff/figures';
import { figuresOf } from '../../queries/figures/figures';
import { figuresCsv } from '../../queries/figures/figures-csv';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { requirePermission } from './session';

/**
 * `GET /api/staff/figures` and the same as CSV. They hold no personal data, so reading them is not audited.
 */
export function addStaffFigures(app: FastifyInstance, context: ServerContext): void {
  const read = (query: FiguresQuery) => {
    if (query.to < query.from) throw new ProblemError('request-not-valid', { pointer: '/to' });
    return figuresOf(context, query);
  };
  app.get<{ Querystring: FiguresQuery; Reply: Figures }>('/api/staff/figures', {
    schema: {
      summary: 'What was done in a period',
      querystring: jsonSchemaOf(figuresQuery),
      response: { 200: jsonSchemaOf(figures), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'figures');
      return read(request.query);
    },
  });
  app.get<{ Querystring: FiguresCsvQuery }>('/api/staff/figures.csv', {
    schema: {
      summary: 'The same as CSV',
      querystring: jsonSchemaOf(figuresCsvQuery),
      response: { ...staffProblemAnswers },
    },
    handler: async (request, reply) => {
      await requirePermission(context, request, 'figures');
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="angka.csv"')
        .send(figuresCsv(context, await read(request.query), request.query.separator));
    },
  });
}
