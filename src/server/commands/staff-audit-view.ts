import { type AuditedDeed, type AuditedStaff, appendAudit } from '../db/audit';
import type { ServerContext } from '../db/context';

/** Writes down that someone saw something, before it is shown: what cannot be written down is not shown. */
export async function auditView(
  context: ServerContext,
  staff: AuditedStaff,
  deed: AuditedDeed,
): Promise<void> {
  await context.db.transaction().execute((tx) => appendAudit(tx, context, staff, deed));
}
