import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type SignedIn, sessionRow, signedIn } from '../../../../contract/staff/auth';
import { endSession } from '../../../commands/staff/end-session';
import { listSessions } from '../../../queries/staff/sessions';
import { jsonSchemaOf } from '../../frame/json-schema';
import { unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requirePermission, requireSession } from '../session';
import { clearSessionCookie } from './cookies';
import { signedInOf } from './signed-in';

const sessionList = v.object({ sessions: v.array(sessionRow) });
const sessionParams = v.strictObject({ id: v.pipe(v.string(), v.maxLength(36)) });
const done = v.strictObject({});

/** `GET /api/staff/me`, `POST /api/staff/sign-out`, and a member's own sessions. */
export function addStaffSessions(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Reply: SignedIn }>('/api/staff/me', {
    schema: {
      summary: 'Who is signed in',
      response: { 200: jsonSchemaOf(signedIn), ...staffProblemAnswers },
    },
    handler: async (request) => signedInOf(context, await requireSession(context, request)),
  });
  app.post('/api/staff/sign-out', {
    schema: { summary: 'End this session', response: { 200: jsonSchemaOf(done), ...staffProblemAnswers } },
    handler: async (request, reply) => {
      const { id, me } = await requireSession(context, request);
      await endSession(context, me.id, id);
      clearSessionCookie(reply);
      return {};
    },
  });
  app.get('/api/staff/sessions', {
    schema: {
      summary: 'My open sessions',
      response: { 200: jsonSchemaOf(sessionList), ...staffProblemAnswers },
    },
    handler: async (request) => ({
      sessions: await listSessions(context, await requirePermission(context, request, 'own-account')),
    }),
  });
  app.delete<{ Params: { id: string } }>('/api/staff/sessions/:id', {
    schema: {
      summary: 'End one of my sessions',
      params: jsonSchemaOf(sessionParams),
      response: { 200: jsonSchemaOf(done), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'own-account');
      unwrap(await endSession(context, me.id, request.params.id));
      return {};
    },
  });
}
