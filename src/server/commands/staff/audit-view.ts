import { type AuditedStaff, appendAudit, type NewAuditEntry } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';

/**
 * Records that a member of staff saw something, before it is shown: what cannot be recorded is not shown.
 * After a change all desks read at once; their entries share one commit.
 */
export async function auditView(
  context: ServerContext,
  staff: AuditedStaff,
  entry: NewAuditEntry,
): Promise<void> {
  await writeCity(context, ({ tx }) => appendAudit(tx, context, staff, entry));
}
