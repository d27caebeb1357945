import type { FastifyRequest } from 'fastify';
import { hasPermission, type Permission } from '../../../domain/staff/role';
import { touchSession } from '../../commands/staff/touch-session';
import { findStaffSession } from '../../queries/staff/session';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { readSessionToken } from './account/cookies';
import { requireSameOrigin } from './account/origin';

/**
 * A session: its id, its end, and in `me` the member with the role, unit and areas that decide what they
 * reach.
 */
export type StaffSession = Omit<
  Exclude<Awaited<ReturnType<typeof findStaffSession>>, undefined>,
  'isTouchDue'
>;

/**
 * Returns the session of a member who has this permission. Throws the problems `sign-in-needed` (401),
 * `role-forbids` and `totp-set-up-needed` (403), and `origin-not-valid` (403) for a write that another site
 * caused.
 */
export async function requirePermission(
  context: ServerContext,
  request: FastifyRequest,
  permission: Permission,
): Promise<StaffSession> {
  const session = await requireSession(context, request);
  if (!hasPermission(session.me.role, permission)) throw new ProblemError('role-forbids');
  if (session.mustSetUpTotp) throw new ProblemError('totp-set-up-needed');
  return session;
}

/**
 * Returns any session, even of an admin who has yet to set up a second factor: they may do that, see who is
 * signed in, and sign out.
 */
export async function requireSession(context: ServerContext, request: FastifyRequest): Promise<StaffSession> {
  requireSameOrigin(request);
  const token = readSessionToken(request);
  const found = token === undefined ? undefined : await findStaffSession(context, token);
  if (found === undefined) throw new ProblemError('sign-in-needed');
  const { isTouchDue, ...session } = found;
  if (isTouchDue) await touchSession(context, session.id);
  return session;
}
