import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import {
  type InviteMade,
  inviteMade,
  type MemberChange,
  memberChange,
  type StaffMember,
  staffId,
  staffMember,
} from '../../../../contract/staff/auth';
import type { StaffId } from '../../../../domain/staff/role';
import { changeMember } from '../../../commands/staff/change-member';
import { renewInvite } from '../../../commands/staff/invite-member';
import { listMembers } from '../../../queries/staff/members';
import { jsonSchemaOf } from '../../frame/json-schema';
import { unwrap } from '../../frame/problem-response';
import type { ServerContext } from '../../server-context';
import { staffProblemAnswers } from '../problem-schema';
import { requirePermission } from '../session';
import { answerInvited } from './invite-link';

const memberList = v.object({ members: v.array(staffMember) });
const params = jsonSchemaOf(v.strictObject({ id: staffId }));
type OfMember = { Params: { id: StaffId } };

/** The members of staff, for an admin: list them, change one, give one a new link. */
export function addStaffMembers(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Reply: { members: StaffMember[] } }>('/api/staff/members', {
    schema: { summary: 'All staff', response: { 200: jsonSchemaOf(memberList), ...staffProblemAnswers } },
    handler: async (request) => {
      await requirePermission(context, request, 'manage-staff');
      return { members: await listMembers(context) };
    },
  });
  app.patch<OfMember & { Body: MemberChange; Reply: StaffMember }>('/api/staff/members/:id', {
    schema: {
      summary: 'Change or disable a member of staff',
      params,
      body: jsonSchemaOf(memberChange),
      response: { 200: jsonSchemaOf(staffMember), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'manage-staff');
      const changed = await changeMember(
        context,
        { id: me.id, address: request.ip },
        request.params.id,
        request.body,
      );
      return unwrap(changed).member;
    },
  });
  app.post<OfMember & { Reply: InviteMade }>('/api/staff/members/:id/invite', {
    schema: {
      summary: 'A new link for a member of staff',
      params,
      response: { 200: jsonSchemaOf(inviteMade), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'manage-staff');
      return answerInvited(
        request,
        await renewInvite(context, { id: me.id, address: request.ip }, request.params.id),
      );
    },
  });
}
