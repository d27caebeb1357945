import { type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { isTransferredAway, transferHashOf } from '../../db/phone/transferred-device';

/** Reads what waits under this id, for whoever has the id, until it is taken or expires. */
export async function readTransfer(
  context: ServerContext,
  deviceHash: string,
  id: string,
): Promise<ResidentResult<{ readonly sealed: Buffer; readonly endsAtMs: number }>> {
  const { db, city, clock } = context;
  if (await isTransferredAway(db, city.code, deviceHash)) return refuse('device-moved');
  const move = await db
    .selectFrom('moves')
    .select(['sealed', 'ends_at'])
    .where('city', '=', city.code)
    .where('id_hash', '=', transferHashOf(id))
    .where('ends_at', '>', clock())
    .executeTakeFirst();
  return move === undefined
    ? refuse('move-not-valid')
    : { ok: true, sealed: move.sealed, endsAtMs: Number(move.ends_at) };
}
