import { TRANSFER_MINUTES } from '../../../contract/transfer';
import { type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { isTransferredAway, transferHashOf } from '../../db/phone/transferred-device';

/** How many transfers may wait at once in a city, each of at most 375 KB. */
const MAX_OPEN_MOVES = 500;
const MINUTE_MS = 60_000;
const BUSY_RETRY_S = 60;

/**
 * Keeps what an old phone encrypted until a new one takes it. It replaces the phone's earlier transfer, if
 * any, so that a repetition is harmless.
 */
export function openTransfer(
  context: ServerContext,
  deviceHash: string,
  id: string,
  sealed: Buffer,
): Promise<ResidentResult<{ readonly endsAtMs: number }>> {
  return writeCity(context, async ({ tx, nowMs }) => {
    const city = context.city.code;
    if (await isTransferredAway(tx, city, deviceHash)) return refuse('device-moved');
    await tx
      .deleteFrom('moves')
      .where('city', '=', city)
      .where((or) => or.or([or('device_hash', '=', deviceHash), or('ends_at', '<=', nowMs)]))
      .execute();
    const waiting = await tx
      .selectFrom('moves')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('city', '=', city)
      .executeTakeFirst();
    if (Number(waiting?.count ?? 0) >= MAX_OPEN_MOVES)
      return refuse('server-busy', { retryAfterSeconds: BUSY_RETRY_S });
    const endsAtMs = nowMs + TRANSFER_MINUTES * MINUTE_MS;
    const kept = await tx
      .insertInto('moves')
      .values({ city, id_hash: transferHashOf(id), device_hash: deviceHash, sealed, ends_at: endsAtMs })
      .onConflict((conflict) => conflict.columns(['city', 'id_hash']).doNothing())
      .executeTakeFirst();
    // The id belongs to another phone's transfer. Ids are random: only somebody who saw the link can name
    // one.
    return kept.numInsertedOrUpdatedRows === 0n ? refuse('move-not-valid') : { ok: true, endsAtMs };
  });
}
