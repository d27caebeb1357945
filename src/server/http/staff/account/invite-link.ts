import type { FastifyRequest } from 'fastify';
import type { InviteMade } from '../../../../contract/staff/auth';
import type { inviteMember } from '../../../commands/staff/invite-member';
import { unwrap } from '../../frame/problem-response';
import { originOf } from './origin';

/**
 * Returns the link of an invite. The token is in the fragment, so that no server's log and no `Referer` gets
 * it.
 */
export function inviteLink(origin: string, token: string): string {
  return `${origin}/petugas/undangan#${token}`;
}

export function answerInvited(
  request: FastifyRequest,
  invited: Awaited<ReturnType<typeof inviteMember>>,
): InviteMade {
  const { member, token, endsAt } = unwrap(invited);
  return { member, link: inviteLink(originOf(request), token), endsAt: new Date(endsAt).toISOString() };
}
