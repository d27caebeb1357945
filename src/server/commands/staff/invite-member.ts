import { uuidv7 } from 'uuidv7';
import type { InviteRequest, StaffMember } from '../../../contract/staff/auth';
import { type Result, refuse } from '../../../domain/result';
import { checkPlace } from '../../../domain/staff/check-place';
import { knownPlaces } from '../../../domain/staff/known-places';
import type { StaffId } from '../../../domain/staff/role';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { addInvite, type Invite } from '../../db/staff/invite';
import { memberOf, selectMembers } from '../../db/staff/member';

/**
 * The address in the audit entry when whoever runs the server asked. They have no account, so the entry names
 * the invited member.
 */
const FROM_SERVER = 'server';

export type Invited = { readonly member: StaffMember } & Invite;

/** Creates a member of staff, who can do nothing yet, and the link that lets them in once. */
export async function inviteMember(
  context: ServerContext,
  madeBy: AuditedStaff | null,
  request: InviteRequest,
): Promise<Result<Invited>> {
  const { role, unit, areas, name } = request;
  const place = checkPlace({ role, unit, areas }, knownPlaces(context.city));
  if (!place.ok) return place;
  const id = uuidv7() as StaffId;
  return writeCity(context, async (write) => {
    const inserted = await write.tx
      .insertInto('staff')
      .values({
        city: context.city.code,
        id,
        sign_in_name: request.signInName.toLowerCase(),
        name,
        role,
        unit: unit ?? null,
        areas_json: JSON.stringify(areas),
        password_hash: null,
        totp_secret: null,
        totp_pending: null,
        totp_last_step: null,
        disabled_at: null,
        created_at: write.nowMs,
      })
      .onConflict((conflict) => conflict.columns(['city', 'sign_in_name']).doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
      return refuse('sign-in-name-taken', { pointer: '/signInName' });
    }
    return inviteAgain(write, madeBy, id, 'invite-member');
  });
}

/**
 * Creates a new link for a member who lost the password or the link. Their present credentials stay valid
 * until the link is used.
 */
export async function renewInvite(
  context: ServerContext,
  madeBy: AuditedStaff,
  id: StaffId,
): Promise<Result<Invited>> {
  return writeCity(context, (write) => inviteAgain(write, madeBy, id, 'renew-invite'));
}

/** Creates a new link, at the wish of whoever runs the server, for a member who lost every way to sign in. */
export async function renewInviteOf(context: ServerContext, signInName: string): Promise<Result<Invited>> {
  return writeCity(context, async (write) => {
    const row = await write.tx
      .selectFrom('staff')
      .select('id')
      .where('city', '=', context.city.code)
      .where('sign_in_name', '=', signInName.toLowerCase())
      .executeTakeFirst();
    return row === undefined ? refuse('member-not-found') : inviteAgain(write, null, row.id, 'renew-invite');
  });
}

async function inviteAgain(
  write: CityWrite,
  madeBy: AuditedStaff | null,
  id: StaffId,
  action: 'invite-member' | 'renew-invite',
): Promise<Result<Invited>> {
  const row = await selectMembers(write.tx, write.context.city.code).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('member-not-found');
  if (row.disabled_at !== null) return refuse('member-disabled');
  const invite = await addInvite(write, { staffId: id, madeBy: madeBy?.id ?? null });
  const { role, unit } = memberOf(row);
  await appendAudit(write.tx, write.context, madeBy ?? { id, address: FROM_SERVER }, {
    action,
    detail: { member: id, role, ...(unit === undefined ? {} : { unit }) },
  });
  return { ok: true, member: memberOf(row), ...invite };
}
