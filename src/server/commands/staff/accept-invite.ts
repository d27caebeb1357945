import { uuidv7 } from 'uuidv7';
import type { InviteAccept } from '../../../contract/staff/auth';
import { type Result, refuse } from '../../../domain/result';
import type { StaffId, StaffRole } from '../../../domain/staff/role';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { findInvite } from '../../db/staff/invite';
import { hashPassword } from '../../db/staff/password';
import { endSessionsOf } from '../../db/staff/session';
import { hashToken } from '../../db/staff/token';
import { type Browser, completeSignIn, type SignedIn } from '../../steps/staff/complete-sign-in';
import { judgeNewPassword } from './judge-new-password';

type Names = { readonly signInName: string; readonly name: string };

/**
 * Uses an invite: sets the password and signs in. An account that was in use before loses its sessions, its
 * authenticator and its passkeys, which may be on a lost phone.
 */
export async function acceptInvite(
  context: ServerContext,
  { token, password, ...chosen }: InviteAccept,
  browser: Browser,
): Promise<Result<SignedIn>> {
  const seen = await findInvite(context.db, context.city, context.clock(), token);
  if (seen === undefined) return refuse('invite-not-valid');
  const signInName = seen.sign_in_name ?? chosen.signInName?.toLowerCase();
  const name = seen.name ?? chosen.name;
  if (signInName === undefined) return refuse('request-not-valid', { pointer: '/signInName' });
  if (name === undefined) return refuse('request-not-valid', { pointer: '/name' });
  const judged = await judgeNewPassword(context.city, password, [signInName, name]);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return writeCity(context, async (write) => {
    // The invite may have been used while the password was hashed.
    const invite = await findInvite(write.tx, context.city, write.nowMs, token);
    if (invite === undefined) return refuse('invite-not-valid');
    const staff =
      invite.staff_id === null
        ? await addFirstAdmin(write, { signInName, name })
        : { id: invite.staff_id, role: invite.role ?? 'crew' };
    if (staff === undefined) return refuse('sign-in-name-taken', { pointer: '/signInName' });
    await beginAnew(write, staff.id, passwordHash);
    await write.tx
      .updateTable('staff_invites')
      .set({ used_at: write.nowMs })
      .where('city', '=', context.city.code)
      .where('token_hash', '=', hashToken(token))
      .execute();
    return completeSignIn(write, staff, 'invite', browser);
  });
}

async function addFirstAdmin(
  { tx, context, nowMs }: CityWrite,
  { signInName, name }: Names,
): Promise<{ id: StaffId; role: StaffRole } | undefined> {
  const inserted = await tx
    .insertInto('staff')
    .values({
      city: context.city.code,
      id: uuidv7() as StaffId,
      sign_in_name: signInName,
      name,
      role: 'admin',
      unit: null,
      areas_json: '[]',
      password_hash: null,
      totp_secret: null,
      totp_pending: null,
      totp_last_step: null,
      disabled_at: null,
      created_at: nowMs,
    })
    .onConflict((conflict) => conflict.columns(['city', 'sign_in_name']).doNothing())
    .returning(['id', 'role'])
    .executeTakeFirst();
  return inserted;
}

async function beginAnew(write: CityWrite, id: StaffId, passwordHash: string): Promise<void> {
  const { tx, context } = write;
  const city = context.city.code;
  await endSessionsOf(write, id);
  await tx.deleteFrom('staff_passkeys').where('city', '=', city).where('staff_id', '=', id).execute();
  await tx
    .updateTable('staff')
    .set({ password_hash: passwordHash, totp_secret: null, totp_pending: null, totp_last_step: null })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}
