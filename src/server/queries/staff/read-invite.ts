import type { InviteSeen } from '../../../contract/staff/auth';
import type { ServerContext } from '../../db/engine/context';
import { findInvite } from '../../db/staff/invite';

/** Reads whom a link invites; `undefined` when it can no longer be used. The first admin has no names yet. */
export async function readInvite(
  { db, city, clock }: ServerContext,
  token: string,
): Promise<InviteSeen | undefined> {
  const invite = await findInvite(db, city, clock(), token);
  if (invite === undefined) return undefined;
  const isFirstAdmin = invite.staff_id === null;
  return {
    role: invite.role ?? 'admin',
    isFirstAdmin,
    ...(isFirstAdmin ? {} : { name: invite.name ?? '', signInName: invite.sign_in_name ?? '' }),
  };
}
