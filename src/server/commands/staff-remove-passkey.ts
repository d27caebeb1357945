import type { StaffId } from '../../domain/staff/role';
import type { ServerContext } from '../db/context';

/** Removes one of a person's own passkeys. False where she has no such one. */
export async function removePasskey(
  { db, city }: ServerContext,
  staffId: StaffId,
  passkeyId: string,
): Promise<boolean> {
  const removed = await db
    .deleteFrom('staff_passkeys')
    .where('city', '=', city.code)
    .where('staff_id', '=', staffId)
    .where('id', '=', passkeyId)
    .executeTakeFirst();
  return Number(removed.numDeletedRows) > 0;
}
