import * as v from 'valibot';
import { bookingRow } from './booking-row';
import { callbackRow } from './callback-row';
import { problemDetails } from './problem';
import { bookingId, commandId, cursor, instant } from './scalars';
import { MAX_CALLBACKS_PER_SYNC, MAX_CHANGES_PER_SYNC, MAX_COMMANDS_PER_SYNC } from './version';

/**
 * Body of `POST /api/sync`. Each command is judged by its own schema one by one, so that one bad
 * command is refused and never blocks the rest: here it is only an object with an id and a name.
 */
export const syncRequest = v.strictObject({
  version: v.number(),
  /** Where this phone has read up to; null at first. */
  cursor: v.nullable(cursor),
  commands: v.pipe(
    v.array(v.looseObject({ id: commandId, name: v.pipe(v.string(), v.maxLength(40)) })),
    v.maxLength(MAX_COMMANDS_PER_SYNC),
  ),
});

/** `done` and `refused` are final and stored; `retry` is not: the command is to be sent again. */
export const commandResult = v.variant('outcome', [
  v.strictObject({ id: commandId, outcome: v.literal('done') }),
  v.strictObject({ id: commandId, outcome: v.literal('refused'), problem: problemDetails }),
  v.strictObject({ id: commandId, outcome: v.literal('retry'), retryAfterSeconds: v.number() }),
]);

export const syncResponse = v.object({
  version: v.number(),
  serverTime: instant,
  results: v.array(commandResult),
  changes: v.pipe(v.array(bookingRow), v.maxLength(MAX_CHANGES_PER_SYNC)),
  /** Visits that this phone may follow no longer; absent where there are none. */
  gone: v.optional(v.pipe(v.array(bookingId), v.maxLength(MAX_CHANGES_PER_SYNC))),
  /** Calls this phone asked for that changed; absent where there are none. */
  callbacks: v.optional(v.pipe(v.array(callbackRow), v.maxLength(MAX_CALLBACKS_PER_SYNC))),
  cursor,
  /** More changes wait behind this cursor: ask again at once. */
  more: v.boolean(),
  /** Of the city's configuration, as `GET /api/city` gives it; absent where it cannot be edited. */
  cityRevision: v.optional(v.pipe(v.number(), v.integer())),
});

export type SyncRequest = v.InferOutput<typeof syncRequest>;
export type CommandResult = v.InferOutput<typeof commandResult>;
export type SyncResponse = v.InferOutput<typeof syncResponse>;
