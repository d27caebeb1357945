import type { FastifyInstance } from 'fastify';
import {
  type SignedIn,
  signedIn,
  type TotpBegun,
  totpBegun,
  totpConfirm,
} from '../../../../contract/staff/auth';
import { beginTotp, confirmTotp } from '../../../commands/staff/totp';
import { jsonSchemaOf } from '../../frame/json-schema';
import { unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requireSession } from '../session';
import { signedInOf } from './signed-in';

/**
 * `POST /api/staff/totp/begin` and `.../confirm`: sets up a member's own authenticator, an admin's first
 * step.
 */
export function addStaffTotp(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Reply: TotpBegun }>('/api/staff/totp/begin', {
    schema: {
      summary: 'A new secret for my authenticator',
      response: { 200: jsonSchemaOf(totpBegun), ...staffProblemAnswers },
    },
    handler: async (request) => beginTotp(context, (await requireSession(context, request)).me),
  });
  app.post<{ Body: { code: string }; Reply: SignedIn }>('/api/staff/totp/confirm', {
    schema: {
      summary: 'Use the new authenticator from now on',
      body: jsonSchemaOf(totpConfirm),
      response: { 200: jsonSchemaOf(signedIn), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requireSession(context, request);
      unwrap(await confirmTotp(context, { id: me.id, address: request.ip }, request.body.code));
      return signedInOf(context, await requireSession(context, request));
    },
  });
}
