import type { PasskeyRow } from '../../../contract/staff/auth';
import type { StaffId } from '../../../domain/staff/role';
import type { ServerContext } from '../../db/engine/context';

/** Lists a person's own passkeys, the oldest first. */
export async function listPasskeys({ db, city }: ServerContext, staffId: StaffId): Promise<PasskeyRow[]> {
  const rows = await db
    .selectFrom('staff_passkeys')
    .select(['id', 'device', 'created_at', 'last_used_at'])
    .where('city', '=', city.code)
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.last_used_at === null ? {} : { lastUsedAt: new Date(row.last_used_at).toISOString() }),
  }));
}
