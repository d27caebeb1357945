import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../../server-context';
import { addStaffCookies } from './cookies';
import { addStaffInvites } from './invites';
import { addStaffMembers } from './members';
import { refuseOtherOrigins } from './origin';
import { addStaffPasskeys } from './passkeys';
import { addStaffPassword } from './password';
import { addStaffSessions } from './sessions';
import { addStaffSignIn } from './sign-in';
import { addStaffTotp } from './totp';

/**
 * Adds the routes of accounts and signing in. Call it before the staff app's other routes, which its hooks
 * guard too.
 */
export async function addStaffAccounts(
  app: FastifyInstance,
  context: ServerContext,
  isPractice: boolean,
): Promise<void> {
  await addStaffCookies(app, isPractice);
  refuseOtherOrigins(app);
  addStaffSessions(app, context);
  addStaffSignIn(app, context);
  addStaffInvites(app, context);
  addStaffMembers(app, context);
  addStaffTotp(app, context);
  addStaffPasskeys(app, context);
  addStaffPassword(app, context);
}
