import type { ServerContext } from '../../db/engine/context';
import { isTransferredAway } from '../../db/phone/transferred-device';

/** Whether another phone has replaced this one. */
export function isTransferred({ db, city }: ServerContext, deviceHash: string): Promise<boolean> {
  return isTransferredAway(db, city.code, deviceHash);
}
