import type { ServerContext } from '../../db/engine/context';
import { isMovedAway } from '../../db/phone/moved-device';

/** Whether another phone took this one's place. */
export function hasMoved({ db, city }: ServerContext, deviceHash: string): Promise<boolean> {
  return isMovedAway(db, city.code, deviceHash);
}
