import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type Cursor, cursor } from '../../../contract/scalars';
import { changed } from '../../../contract/staff/desk';
import { hasPermission } from '../../../domain/staff/role';
import { cityChanged } from '../../queries/city/city-changed';
import { jsonSchemaOf } from '../frame/json-schema';
import { isOfOtherGeneration } from '../generation';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { requirePermission, requireSession } from './session';

/** Below the 30 s after which proxies give up a silent request. */
const WAIT_MS = 25_000;

const changedQuery = v.strictObject({ since: cursor });

/**
 * `GET /api/staff/changed?since`: answers once something in the city has changed, or after 25 s; a page of
 * another generation at once.
 */
export function addStaffChanged(app: FastifyInstance, context: ServerContext): void {
  const open = new Set<AbortController>();
  // A server that stops does not wait for whoever waits here.
  app.addHook('preClose', async () => {
    for (const waiting of open) waiting.abort();
  });
  app.get<{ Querystring: { since: Cursor }; Reply: { cursor: Cursor } }>('/api/staff/changed', {
    schema: {
      summary: 'Wait for a change',
      querystring: jsonSchemaOf(changedQuery),
      response: { 200: jsonSchemaOf(changed), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requireSession(context, request);
      await requirePermission(
        context,
        request,
        hasPermission(me.role, 'see-own-area') ? 'see-own-area' : 'see-bookings',
      );
      const waiting = new AbortController();
      const stop = () => waiting.abort();
      open.add(waiting);
      request.raw.socket.once('close', stop);
      try {
        const waitMs = isOfOtherGeneration(context, request) ? 0 : WAIT_MS;
        const change = await cityChanged(context, Number(request.query.since), waitMs, waiting.signal);
        return { cursor: String(change) as Cursor };
      } finally {
        open.delete(waiting);
        request.raw.socket.off('close', stop);
      }
    },
  });
}
