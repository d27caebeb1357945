import type { MemberChange, StaffMember } from '../../../contract/staff/auth';
import { type Result, refuse } from '../../../domain/result';
import { checkPlace } from '../../../domain/staff/check-place';
import { knownPlaces } from '../../../domain/staff/known-places';
import type { StaffId } from '../../../domain/staff/role';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { countAdmins } from '../../db/staff/invite';
import { memberOf, selectMembers } from '../../db/staff/member';
import { endSessionsOf } from '../../db/staff/session';

/** Changes what a member may do and where. Their sessions end when they are disabled or get another role. */
export async function changeMember(
  context: ServerContext,
  by: AuditedStaff,
  id: StaffId,
  change: MemberChange,
): Promise<Result<{ readonly member: StaffMember }>> {
  return writeCity(context, async (write) => {
    const member = await readMember(write, id);
    if (member === undefined) return refuse('member-not-found');
    const role = change.role ?? member.role;
    const unit = change.unit === undefined ? member.unit : (change.unit ?? undefined);
    const areas = change.areas ?? member.areas;
    const isDisabled = change.isDisabled ?? member.isDisabled;
    const place = checkPlace({ role, unit, areas }, knownPlaces(context.city));
    if (!place.ok) return place;
    const losesAdmin = member.role === 'admin' && (role !== 'admin' || isDisabled);
    if (losesAdmin && (await countAdmins(write.tx, context.city, id)) === 0) return refuse('last-admin');
    await write.tx
      .updateTable('staff')
      .set({
        role,
        unit: unit ?? null,
        areas_json: JSON.stringify(areas),
        ...(isDisabled === member.isDisabled ? {} : { disabled_at: isDisabled ? write.nowMs : null }),
      })
      .where('city', '=', context.city.code)
      .where('id', '=', id)
      .execute();
    if (role !== member.role || isDisabled) await endSessionsOf(write, id);
    await appendAudit(write.tx, context, by, { action: 'change-member', detail: { member: id, ...change } });
    return { ok: true, member: (await readMember(write, id)) ?? member };
  });
}

async function readMember(write: CityWrite, id: StaffId): Promise<StaffMember | undefined> {
  const row = await selectMembers(write.tx, write.context.city.code).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : memberOf(row);
}
