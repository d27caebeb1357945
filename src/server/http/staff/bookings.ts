import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { bookingId } from '../../../contract/scalars';
import {
  type BookingAnswer,
  bookingAnswer,
  type QueuePage,
  type QueueQuery,
  queuePage,
  queueQuery,
} from '../../../contract/staff/desk';
import type { BookingId } from '../../../domain/booking/booking';
import { hasPermission } from '../../../domain/staff/role';
import { auditView } from '../../commands/staff/audit-view';
import { bookingFile as readFile } from '../../queries/booking/booking-file';
import { queuePage as readQueue } from '../../queries/booking/queue';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { areasOf, auditedOf } from './reach';
import { requirePermission, requireSession } from './session';

const params = v.strictObject({ id: bookingId });

/**
 * `GET /api/staff/bookings` and `/{id}`: the queue, and everything about one booking. Each read is audited.
 */
export function addStaffBookings(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Querystring: QueueQuery; Reply: QueuePage }>('/api/staff/bookings', {
    schema: {
      summary: 'A page of the queue',
      querystring: jsonSchemaOf(queueQuery),
      response: { 200: jsonSchemaOf(queuePage), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requireReader(context, request);
      const areas = areasOf(session);
      const { q, ...filters } = request.query;
      if (filters.after !== undefined && !/^\d{1,15}$/.test(filters.after)) {
        throw new ProblemError('request-not-valid', { pointer: '/after' });
      }
      const page = await readQueue(context, { ...request.query, ...(areas === undefined ? {} : { areas }) });
      const numbers = page.lines.map(({ number }) => number);
      // The search text is a name or a phone number, so the audit only records that there was a search.
      const detail = { ...filters, ...(q === undefined ? {} : { searched: true }), numbers };
      await auditView(context, auditedOf(session, request), { action: 'see-list', detail });
      return page;
    },
  });
  app.get<{ Params: { id: BookingId }; Reply: BookingAnswer }>('/api/staff/bookings/:id', {
    schema: {
      summary: 'Everything known of a booking',
      params: jsonSchemaOf(params),
      response: { 200: jsonSchemaOf(bookingAnswer), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requireReader(context, request);
      const { id } = request.params;
      const file = await readFile(context, id, areasOf(session));
      if (file === undefined) throw new ProblemError('booking-not-found');
      await auditView(context, auditedOf(session, request), { action: 'see-booking', bookingId: id });
      return file;
    },
  });
}

/** Admits the desk, and kelurahan staff, whose reach {@link areasOf} limits. */
async function requireReader(context: ServerContext, request: FastifyRequest) {
  const session = await requireSession(context, request);
  return requirePermission(
    context,
    request,
    hasPermission(session.me.role, 'see-own-area') ? 'see-own-area' : 'see-bookings',
  );
}
