import type { Cursor } from '../../../contract/scalars';
import type { OpenCallback, OpenCallbacks } from '../../../contract/staff/callbacks';
import { unsealPerson } from '../../db/callback/callback-person';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';

/** More than a desk calls in a week; the others appear when these are done. */
const MAX_LINES = 200;

/** Reads whom to call, in order of the promised time. */
export async function openCallbacks(context: ServerContext): Promise<OpenCallbacks> {
  const { db, city, clock } = context;
  const cursor = String(await lastChange(db, city.code)) as Cursor;
  const rows = await db
    .selectFrom('callbacks')
    .select(['id', 'person', 'asked_at', 'promised_by', 'tries', 'tried_at'])
    .where('city', '=', city.code)
    .where('state', '=', 'asked')
    .orderBy('promised_by')
    .orderBy('change_number')
    .limit(MAX_LINES)
    .execute();
  const nowMs = clock();
  const callbacks = rows.flatMap(({ id, person, asked_at, promised_by, tries, tried_at }): OpenCallback[] =>
    person === null
      ? []
      : [
          {
            id,
            ...unsealPerson(context, id, person),
            askedAt: isoOf(asked_at),
            promisedBy: isoOf(promised_by),
            isLate: promised_by < nowMs,
            tries,
            ...(tried_at === null ? {} : { triedAt: isoOf(tried_at) }),
          },
        ],
  );
  return { callbacks, cursor };
}

function isoOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
