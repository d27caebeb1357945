import * as v from 'valibot';
import { type Availability, availability } from './availability';
import { type BookingRow, bookingRow } from './booking-row';
import { callbackRow } from './callback-row';
import { type ProblemDetails, problemDetails } from './problem';
import { readResults } from './read-results';
import { readItems } from './set-aside';
import { commandResult, type SyncResponse, syncResponse } from './sync';
import { MAX_CALLBACKS_PER_SYNC, MAX_CHANGES_PER_SYNC } from './version';

const frame = v.object({
  ...syncResponse.entries,
  results: v.array(v.unknown()),
  changes: v.pipe(v.array(v.unknown()), v.maxLength(MAX_CHANGES_PER_SYNC)),
  callbacks: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(MAX_CALLBACKS_PER_SYNC))),
});

/** A response as this app can read it. */
export type ReadSync = SyncResponse & {
  /** Rows in which a newer server says what this app does not know; kept until the app can read them. */
  readonly unread: readonly unknown[];
};

/**
 * Reads the response of `POST /api/sync`; `undefined` when it is anything else, e.g. the page of a captive
 * portal. One row or result that this app does not know does not hold back the others: such a row is set
 * aside, such a result is as if the command had to be sent again.
 */
export function parseSyncResponse(body: unknown): ReadSync | undefined {
  const parsed = v.safeParse(frame, body);
  if (!parsed.success) return undefined;
  const { results, changes, callbacks, ...rest } = parsed.output;
  const rows = readItems(bookingRow, changes);
  return {
    ...rest,
    results: readResults(commandResult, results),
    changes: rows.known,
    // A callback shows no more than that somebody calls: its next state comes with a later row.
    ...(callbacks === undefined ? {} : { callbacks: readItems(callbackRow, callbacks).known }),
    unread: rows.aside,
  };
}

/** Reads a row that was set aside, once the app may know more; `undefined` as long as it does not. */
export function parseUnreadRow(row: unknown): BookingRow | undefined {
  const parsed = v.safeParse(bookingRow, row);
  return parsed.success ? parsed.output : undefined;
}

/** Reads a problem in the server's form (RFC 9457); `undefined` when the body is not one. */
export function parseProblem(body: unknown): ProblemDetails | undefined {
  const parsed = v.safeParse(problemDetails, body);
  return parsed.success ? parsed.output : undefined;
}

/** Reads the response of `GET /api/availability`; `undefined` when it is anything else. */
export function parseAvailability(body: unknown): Availability | undefined {
  const parsed = v.safeParse(availability, body);
  return parsed.success ? parsed.output : undefined;
}
