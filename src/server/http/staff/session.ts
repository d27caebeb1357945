import type { FastifyRequest } from 'fastify';
import { hasPermission, type Permission } from '../../../domain/staff/role';
import { touchSession } from '../../commands/staff/touch-session';
import { findStaffSession } from '../../queries/staff/session';
import { ProblemError } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { readSessionToken } from './account/cookies';
import { requireSameOrigin } from './account/origin';

/** Who asks: `id` of the session, `me` (role, unit, areas), when it ends. Judge whose rows she reaches by `me`. */
export type StaffSession = Omit<
  Exclude<Awaited<ReturnType<typeof findStaffSession>>, undefined>,
  'isTouchDue'
>;

/**
 * The session of a request whose person has such a permission. Throws problems: `sign-in-needed` (401), `role-forbids` and
 * `totp-set-up-needed` (403), `origin-not-valid` (403) for a write caused by another site.
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

/** Any session, even of an admin who has yet to set up a second factor: for that, for looking and for signing out. */
export async function requireSession(context: ServerContext, request: FastifyRequest): Promise<StaffSession> {
  requireSameOrigin(request);
  const token = readSessionToken(request);
  const found = token === undefined ? undefined : await findStaffSession(context, token);
  if (found === undefined) throw new ProblemError('sign-in-needed');
  const { isTouchDue, ...session } = found;
  if (isTouchDue) await touchSession(context, session.id);
  return session;
}
