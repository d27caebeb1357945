import type { ServerContext } from '../../db/engine/context';
import { prepareQuery } from '../../db/engine/prepare-query';

/**
 * How many people may wait for a call before the form without code takes no more. Whoever sends it has no
 * phone of his own that could be counted, so one stranger on many addresses could fill the desk's list.
 */
export const MAX_WAITING_FOR_PLAIN = 300;

const waiting = prepareQuery((db, { city, limit }: { readonly city: string; readonly limit: number }) =>
  db
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', city)
    .where('state', '=', 'asked')
    .orderBy('promised_by')
    .limit(limit),
);

/** Whether so many people wait for a call that only the app, which counts each phone, may add another. */
export async function isCallbackListFull({ db, city }: ServerContext): Promise<boolean> {
  const rows = await waiting(db, { city: city.code, limit: MAX_WAITING_FOR_PLAIN });
  return rows.length >= MAX_WAITING_FOR_PLAIN;
}
