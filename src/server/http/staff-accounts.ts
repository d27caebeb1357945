import type { FastifyInstance } from 'fastify';
import type { ServerContext } from './server-context';
import { addStaffCookies } from './staff-cookies';
import { addStaffInvites } from './staff-invites';
import { addStaffMembers } from './staff-members';
import { refuseOtherOrigins } from './staff-origin';
import { addStaffPasskeys } from './staff-passkeys';
import { addStaffPassword } from './staff-password';
import { addStaffSessions } from './staff-sessions';
import { addStaffSignIn } from './staff-sign-in';
import { addStaffTotp } from './staff-totp';

/** Who may use the staff app and how they sign in. Comes before its other routes, which its hooks guard as well. */
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
