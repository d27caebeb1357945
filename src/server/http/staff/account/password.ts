import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type PasswordChange, passwordChange } from '../../../../contract/staff/auth';
import { changePassword } from '../../../commands/staff/change-password';
import { jsonSchemaOf } from '../../frame/json-schema';
import { unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requirePermission } from '../session';

/** `POST /api/staff/password`: changes a member's own password. */
export function addStaffPassword(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: PasswordChange }>('/api/staff/password', {
    schema: {
      summary: 'Change my password',
      body: jsonSchemaOf(passwordChange),
      response: { 200: jsonSchemaOf(v.strictObject({})), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const session = await requirePermission(context, request, 'own-account');
      unwrap(await changePassword(context, session, { ...request.body, address: request.ip }));
      return {};
    },
  });
}
