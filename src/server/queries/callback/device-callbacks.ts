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
 * The newest calls of a device that changed after `cursor`; `next` is the one its bookings came to. To be read after its bookings: what those answer's cursor
 * passes was committed by then. Told again where the cursor stands still, which a phone takes in without harm.
 */
export async function deviceCallbacks(
  { db, city }: ServerContext,
  deviceHash: string,
  cursor: Cursor | null,
  next: Cursor,
): Promise<CallbackRow[]> {
  // From before the database was set back to a copy (changes-since.ts): read all again.
  const after = Number(cursor ?? 0) > Number(next) ? 0 : Number(cursor ?? 0);
  const rows = await callbacksAfter(db, { city: city.code, deviceHash, after });
  return rows.map(({ id, state, change_number, promised_by, changed_at }) => ({
    id,
    state,
    revision: change_number,
    promisedBy: new Date(promised_by).toISOString(),
    changedAt: new Date(changed_at).toISOString(),
  }));
}
