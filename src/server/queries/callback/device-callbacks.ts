import type { CallbackRow } from '../../../contract/callback-row';
import type { Cursor } from '../../../contract/scalars';
import { MAX_CALLBACKS_PER_SYNC } from '../../../contract/version';
import type { ServerContext } from '../../db/engine/context';
import { prepareQuery } from '../../db/engine/prepare-query';

type Asked = { readonly city: string; readonly deviceHash: string; readonly after: number };

const callbacksAfter = prepareQuery((db, { city, deviceHash, after }: Asked) =>
  db
    .selectFrom('callbacks')
    .select(['id', 'state', 'change_number', 'promised_by', 'changed_at'])
    .where('city', '=', city)
    .where('device_hash', '=', deviceHash)
    .where('change_number', '>', after)
    .orderBy('change_number', 'desc')
    .limit(MAX_CALLBACKS_PER_SYNC),
);

/**
 * Reads the newest callbacks of a device that changed after `cursor`. They must be read after the bookings,
 * so that everything up to the cursor which that read returned is committed by then. Where the cursor stands
 * still, callbacks are sent again, which a phone applies without harm.
 */
export async function deviceCallbacks(
  { db, city }: ServerContext,
  deviceHash: string,
  cursor: Cursor | null,
): Promise<CallbackRow[]> {
  const after = Number(cursor ?? 0);
  const rows = await callbacksAfter(db, { city: city.code, deviceHash, after });
  return rows.map(({ id, state, change_number, promised_by, changed_at }) => ({
    id,
    state,
    revision: change_number,
    promisedBy: new Date(promised_by).toISOString(),
    changedAt: new Date(changed_at).toISOString(),
  }));
}
