import * as v from 'valibot';
import { bookingRow } from './booking-row';
import { callbackRow } from './callback-row';
import { problemDetails } from './problem';
import { bookingId, commandId, cursor, instant } from './scalars';
import { MAX_CALLBACKS_PER_SYNC, MAX_CHANGES_PER_SYNC, MAX_COMMANDS_PER_SYNC } from './version';

/**
 * Body of `POST /api/sync`. Commands are judged one by one, each by its own schema, so that a bad command is
 * refused without blocking the rest: here a command is only an object with an id and a name.
 */
export const syncRequest = v.strictObject({
  version: v.number(),
  /** How far this phone has read; null at first. */
  cursor: v.nullable(cursor),
  commands: v.pipe(
    v.array(v.looseObject({ id: commandId, name: v.pipe(v.string(), v.maxLength(40)) })),
    v.maxLength(MAX_COMMANDS_PER_SYNC),
  ),
});

/** `done` and `refused` are final and stored; `retry` is neither: the phone sends the command again. */
export const commandResult = v.variant('outcome', [
  v.object({ id: commandId, outcome: v.literal('done') }),
  v.object({ id: commandId, outcome: v.literal('refused'), problem: problemDetails }),
  v.object({ id: commandId, outcome: v.literal('retry'), retryAfterSeconds: v.number() }),
]);

export const syncResponse = v.object({
  version: v.number(),
  serverTime: instant,
  results: v.array(commandResult),
  changes: v.pipe(v.array(bookingRow), v.maxLength(MAX_CHANGES_PER_SYNC)),
  /** Visits that this phone may no longer follow; absent where there are none. */
  gone: v.optional(v.pipe(v.array(bookingId), v.maxLength(MAX_CHANGES_PER_SYNC))),
  /** Callbacks this phone asked for that have changed; absent where there are none. */
  callbacks: v.optional(v.pipe(v.array(callbackRow), v.maxLength(MAX_CALLBACKS_PER_SYNC))),
  cursor,
  /** More changes wait after this cursor: the phone asks again at once. */
  more: v.boolean(),
  /** Revision of the city's configuration, as in `GET /api/city`; absent where it cannot be edited. */
  cityRevision: v.optional(v.pipe(v.number(), v.integer())),
});

export type SyncRequest = v.InferOutput<typeof syncRequest>;
export type CommandResult = v.InferOutput<typeof commandResult>;
export type SyncResponse = v.InferOutput<typeof syncResponse>;
