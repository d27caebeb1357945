import type { StaffId } from '../../../domain/staff/role';
import type { CityWrite } from '../engine/write-city';
import { hashToken, newToken } from './token';

const DEVICE_BYTES = 32;

/** Whether somebody has signed in with this name before, from the browser with this token. */
export async function isKnownDevice(
  { tx, context }: CityWrite,
  deviceToken: string | undefined,
  signInName: string,
): Promise<boolean> {
  if (deviceToken === undefined) return false;
  const row = await tx
    .selectFrom('staff_devices')
    .innerJoin('staff', (join) =>
      join.onRef('staff.city', '=', 'staff_devices.city').onRef('staff.id', '=', 'staff_devices.staff_id'),
    )
    .select('staff.id')
    .where('staff.city', '=', context.city.code)
    .where('sign_in_name', '=', signInName)
    .where('token_hash', '=', hashToken(deviceToken))
    .executeTakeFirst();
  return row !== undefined;
}

/** Remembers the browser from which a person signed in. Returns its token, a new one where it had none. */
export async function rememberDevice(
  { tx, context, nowMs }: CityWrite,
  staffId: StaffId,
  deviceToken: string | undefined,
): Promise<string> {
  const token = deviceToken ?? newToken(context, DEVICE_BYTES);
  await tx
    .insertInto('staff_devices')
    .values({ city: context.city.code, token_hash: hashToken(token), staff_id: staffId, seen_at: nowMs })
    .onConflict((conflict) =>
      conflict.columns(['city', 'token_hash', 'staff_id']).doUpdateSet({ seen_at: nowMs }),
    )
    .execute();
  return token;
}
