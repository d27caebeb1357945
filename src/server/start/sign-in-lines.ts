import { inviteFirstAdmin } from '../commands/staff/invite-first-admin';
import { renewInviteOf } from '../commands/staff/invite-member';
import type { ServerContext } from '../db/engine/context';
import { inviteLink } from '../http/staff/account/invite-link';
import type { Settings } from './read-settings';

type Asked = Pick<Settings, 'host' | 'port' | 'isBehindTls' | 'staffLink'>;

/**
 * Returns what to print about signing in at start. While there is no admin, this is a one-time link for the
 * first, new at each start; `STAFF_LINK` names a person who has lost everything that lets them in. The
 * database keeps only hashes of both.
 */
export async function signInLines(
  context: ServerContext,
  { host, port, isBehindTls, staffLink }: Asked,
): Promise<string[]> {
  const origin = isBehindTls ? 'https://(your address)' : `http://${host}:${port}`;
  const lines: string[] = [];
  const first = await inviteFirstAdmin(context);
  if (first !== undefined) {
    lines.push('There is no admin yet. This link makes the first one, once, within 24 hours:');
    lines.push(inviteLink(origin, first));
  }
  if (staffLink !== undefined) {
    const renewed = await renewInviteOf(context, staffLink);
    lines.push(
      renewed.ok
        ? `STAFF_LINK: a new password for ${staffLink}, once: ${inviteLink(origin, renewed.token)}`
        : `STAFF_LINK: no member of staff who may sign in is called ${staffLink}.`,
    );
  }
  return lines;
}
