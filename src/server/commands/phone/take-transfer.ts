import { DONE, type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { isTransferredAway, transferHashOf } from '../../db/phone/transferred-device';
import { transferDevice } from '../../steps/phone/transfer-device';

/**
 * Puts the phone that asks in the place of the phone that opened the transfer, in one transaction: from its
 * commit on the old credential has ended, and everything of the old phone belongs to the new one. Only one
 * phone can take a transfer; that phone may ask again at any time, since an answer may be lost. The encrypted
 * content is deleted.
 */
export function takeTransfer(
  context: ServerContext,
  deviceHash: string,
  id: string,
): Promise<ResidentResult> {
  return writeCity(context, async (write) => {
    const { tx, nowMs } = write;
    const city = context.city.code;
    const id_hash = transferHashOf(id);
    const taken = await tx
      .selectFrom('moved_devices')
      .select('moved_to')
      .where('city', '=', city)
      .where('id_hash', '=', id_hash)
      .executeTakeFirst();
    if (taken !== undefined) return taken.moved_to === deviceHash ? DONE : refuse('move-not-valid');
    if (await isTransferredAway(tx, city, deviceHash)) return refuse('device-moved');
    const move = await tx
      .selectFrom('moves')
      .select('device_hash')
      .where('city', '=', city)
      .where('id_hash', '=', id_hash)
      .where('ends_at', '>', nowMs)
      .executeTakeFirst();
    if (move === undefined) return refuse('move-not-valid');
    if (move.device_hash === deviceHash) return refuse('move-same-device');
    await transferDevice(write, move.device_hash, deviceHash);
    await tx.deleteFrom('moves').where('city', '=', city).where('id_hash', '=', id_hash).execute();
    await tx
      .insertInto('moved_devices')
      .values({ city, device_hash: move.device_hash, moved_to: deviceHash, id_hash, moved_at: nowMs })
      .execute();
    return DONE;
  });
}
