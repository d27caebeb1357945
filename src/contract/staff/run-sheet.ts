import * as v from 'valibot';
import { BOOKING_STATES } from '../../domain/booking/state';
import { bookingRequest } from '../booking-request';
import { bookingRow, offeredWindow } from '../booking-row';
import { staffProblemDetails } from '../problem';
import { partChange } from '../request-change';
import { bookingId, commandId, cursor, instant, localDate, publicNumber } from '../scalars';
import { MAX_COMMANDS_PER_SYNC } from '../version';
import { unitId } from './auth';
import { staffPhoto } from './photos';

/**
 * Something that happened to a booking; lists have the oldest first. `by` names the actor as the staff app
 * may show it.
 */
export const historyLine = v.object({
  at: instant,
  by: v.string(),
  action: v.string(),
  note: v.optional(v.string()),
  /** What a change of the request made of what. */
  parts: v.optional(v.array(partChange)),
});

/** One visit of a run sheet: everything a crew needs at the door, without a connection. */
export const sheetVisit = v.object({
  id: bookingId,
  number: publicNumber,
  state: v.picklist(BOOKING_STATES),
  revision: v.number(),
  /** Place in the day's order, 1 first: the desk's order, or else that of windows and booking. */
  position: v.number(),
  scheduled: offeredWindow,
  minutes: v.number(),
  /** The NIK is reduced to its last 4 digits. */
  request: v.object({
    ...bookingRequest.entries,
    recipient: v.object({
      name: v.string(),
      birthYear: v.number(),
      nikLast4: v.optional(v.string()),
    }),
    contact: v.object({
      ...bookingRequest.entries.contact.entries,
      /**
       * An Indonesian number: an older app takes no other, and would lose the whole answer. Where the contact
       * is abroad it is the desk's own, or of zeros.
       */
      phone: v.string(),
      /** The contact's own number, where it is not Indonesian. */
      phoneAbroad: v.optional(v.string()),
    }),
  }),
  acceptedAt: v.optional(instant),
  /** When what was asked was last changed; absent where it is as it was sent. */
  requestChangedAt: v.optional(instant),
  question: bookingRow.entries.question,
  visit: bookingRow.entries.visit,
  photos: v.optional(v.array(staffPhoto)),
  notes: v.array(historyLine),
  history: v.array(historyLine),
  /** SHA-256 of the follow token, to check a QR code offline. */
  followHash: v.string(),
});

/** A crew's record that could not take effect, and why. Crew and desk see it until the desk resolves it. */
export const recordConflict = v.object({
  recordId: commandId,
  bookingId,
  number: publicNumber,
  why: v.picklist(['moved', 'cancelled', 'closed']),
  at: instant,
});

/** Body of `POST /api/staff/sync`. */
export const staffSyncRequest = v.strictObject({
  version: v.number(),
  /** The cursor of the last response; null at first. */
  cursor: v.nullable(cursor),
  commands: v.pipe(
    v.array(v.looseObject({ id: commandId, name: v.pipe(v.string(), v.maxLength(40)) })),
    v.maxLength(MAX_COMMANDS_PER_SYNC),
  ),
});

/** As `commandResult` of contract/sync, with the staff's problems. */
export const staffCommandResult = v.variant('outcome', [
  v.object({ id: commandId, outcome: v.literal('done') }),
  v.object({ id: commandId, outcome: v.literal('refused'), problem: staffProblemDetails }),
  v.object({ id: commandId, outcome: v.literal('retry'), retryAfterSeconds: v.number() }),
]);

/**
 * `sheet` is the complete run sheet of the crew's unit for today and the next working day, or null where
 * nothing has changed since `cursor`. A complete sheet cannot be half applied, and a visit that has left it
 * disappears from the phone.
 */
export const staffSyncResponse = v.object({
  version: v.number(),
  serverTime: instant,
  results: v.array(staffCommandResult),
  sheet: v.nullable(
    v.object({
      unit: v.object({ id: unitId, name: v.string() }),
      days: v.array(localDate),
      visits: v.array(sheetVisit),
      conflicts: v.array(recordConflict),
      /** How often the desk has ordered each day's visits; absent from a server that keeps no order. */
      orders: v.optional(v.array(v.object({ date: localDate, revision: v.number() }))),
    }),
  ),
  cursor,
});

export type SheetVisit = v.InferOutput<typeof sheetVisit>;
export type HistoryLine = v.InferOutput<typeof historyLine>;
export type RecordConflict = v.InferOutput<typeof recordConflict>;
export type StaffCommandResult = v.InferOutput<typeof staffCommandResult>;
export type StaffSyncRequest = v.InferOutput<typeof staffSyncRequest>;
export type StaffSyncResponse = v.InferOutput<typeof staffSyncResponse>;
