import type { FastifyInstance } from 'fastify';
import {
  type InviteAccept,
  type InviteMade,
  type InviteRequest,
  type InviteSeen,
  inviteAccept,
  inviteMade,
  inviteRequest,
  inviteSeen,
  inviteToken,
  type SignedIn,
  signedIn,
} from '../../../../contract/staff/auth';
import { acceptInvite } from '../../../commands/staff/accept-invite';
import { inviteMember } from '../../../commands/staff/invite-member';
import { readInvite } from '../../../queries/staff/read-invite';
import { jsonSchemaOf } from '../../frame/json-schema';
import { ProblemError } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requirePermission } from '../session';
import { answerSignedIn, browserOf } from './browser';
import { answerInvited } from './invite-link';

/** `POST /api/staff/invites` for the admin; `.../look` and `.../accept` for whoever holds a link. */
export function addStaffInvites(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: InviteRequest; Reply: InviteMade }>('/api/staff/invites', {
    schema: {
      summary: 'Make a member of staff and a link that lets them in once',
      body: jsonSchemaOf(inviteRequest),
      response: { 200: jsonSchemaOf(inviteMade), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'manage-staff');
      return answerInvited(
        request,
        await inviteMember(context, { id: me.id, address: request.ip }, request.body),
      );
    },
  });
  app.post<{ Body: { token: string }; Reply: InviteSeen }>('/api/staff/invites/look', {
    schema: {
      summary: 'Whom a link invites',
      body: jsonSchemaOf(inviteToken),
      response: { 200: jsonSchemaOf(inviteSeen), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const seen = await readInvite(context, request.body.token);
      if (seen === undefined) throw new ProblemError('invite-not-valid');
      return seen;
    },
  });
  app.post<{ Body: InviteAccept; Reply: SignedIn }>('/api/staff/invites/accept', {
    schema: {
      summary: 'Choose a password and sign in',
      body: jsonSchemaOf(inviteAccept),
      response: { 200: jsonSchemaOf(signedIn), ...staffProblemAnswers },
    },
    handler: async (request, reply) =>
      answerSignedIn(context, reply, await acceptInvite(context, request.body, browserOf(request))),
  });
}
