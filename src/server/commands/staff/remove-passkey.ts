import { DONE, type Result, refuse } from '../../../domain/result';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/** Removes one of a member's own passkeys. */
export async function removePasskey(
  context: ServerContext,
  staff: AuditedStaff,
  passkeyId: string,
): Promise<Result> {
  return writeCity(context, async ({ tx }) => {
    const removed = await tx
      .deleteFrom('staff_passkeys')
      .where('city', '=', context.city.code)
      .where('staff_id', '=', staff.id)
      .where('id', '=', passkeyId)
      .executeTakeFirst();
    if (Number(removed.numDeletedRows) === 0) return refuse('record-not-found');
    await appendAudit(tx, context, staff, { action: 'remove-passkey' });
    return DONE;
  });
}
