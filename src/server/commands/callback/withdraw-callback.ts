import type { WithdrawCallback } from '../../../contract/commands';
import { DONE, type ResidentResult } from '../../../domain/result';
import type { CityWrite } from '../../db/engine/write-city';
import { endCallback } from '../../steps/callback/end-callback';

/**
 * Takes a callback off the desk's list. Never refused: one that is unknown or over needs no withdrawing.
 */
export async function withdrawCallback(
  write: CityWrite,
  deviceHash: string,
  { callbackId }: WithdrawCallback,
): Promise<ResidentResult> {
  const own = await write.tx
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', write.context.city.code)
    .where('id', '=', callbackId)
    .where('device_hash', '=', deviceHash)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (own !== undefined) await endCallback(write, callbackId, { state: 'withdrawn' });
  return DONE;
}
