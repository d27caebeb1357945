import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/** Removes one of a person's own passkeys. False where she has no such one. */
export async function removePasskey(
  context: ServerContext,
  staff: AuditedStaff,
  passkeyId: string,
): Promise<boolean> {
  return writeCity(context, async ({ tx }) => {
    const removed = await tx
      .deleteFrom('staff_passkeys')
      .where('city', '=', context.city.code)
      .where('staff_id', '=', staff.id)
      .where('id', '=', passkeyId)
      .executeTakeFirst();
    if (Number(removed.numDeletedRows) === 0) return false;
    await appendAudit(tx, context, staff, { action: 'remove-passkey' });
    return true;
  });
}
