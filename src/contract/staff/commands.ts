import * as v from 'valibot';
import { MAX_REASON_CHARS, OUTCOMES } from '../../domain/visit/outcome';
import { bookingRequest, windowChoice } from '../booking-request';
import { dateRule, requestChange } from '../request-change';
import {
  bookingId,
  callbackId,
  commandId,
  instant,
  publicNumber,
  requirementId,
  serviceId,
  token128,
} from '../scalars';
import { unitId } from './auth';
import { addVisitPhoto, dropPhoto, judgePhoto } from './photos';
import { orderVisits } from './run-order';

/** `madeAt` is the phone's time: kept for display, never used to judge. */
const common = { id: commandId, madeAt: instant, bookingId };
/** The desk decides on what it sees: an edit of an older revision is refused with `booking-changed`. */
const ofRevision = { ...common, revision: v.pipe(v.number(), v.integer(), v.minValue(0)) };
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_REASON_CHARS));

// Crew: each command is complete in itself, made offline and often sent late; lateness never refuses a record
// of a visit.

const startTravel = v.strictObject({ ...common, name: v.literal('start-travel') });

/**
 * Proof of having been at the home: the resident's QR code or public number, or why the crew could get
 * neither.
 */
const arriveAtHome = v.strictObject({
  ...common,
  name: v.literal('arrive-at-home'),
  proof: v.variant('kind', [
    v.strictObject({ kind: v.literal('token'), token: token128 }),
    v.strictObject({ kind: v.literal('number'), number: publicNumber }),
    v.strictObject({ kind: v.literal('none'), reason: words }),
  ]),
});

const recordVisit = v.strictObject({
  ...common,
  name: v.literal('record-visit'),
  outcomes: v.pipe(
    v.array(
      v.strictObject({
        service: serviceId,
        outcome: v.picklist(OUTCOMES),
        reason: v.pipe(v.string(), v.maxLength(MAX_REASON_CHARS)),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
  lacking: v.pipe(v.array(requirementId), v.maxLength(100)),
  nextVisit: v.picklist(['wanted', 'not-needed']),
  note: v.pipe(v.string(), v.maxLength(1_000)),
});

/** "Tidak bisa hari ini": the visit returns to the desk. */
const returnVisit = v.strictObject({ ...common, name: v.literal('return-visit'), reason: words });

const addNote = v.strictObject({
  ...common,
  name: v.literal('add-note'),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
});

// Desk and kelurahan.

/** A booking that staff enter for someone without a phone at hand; it may use the kept share too. */
export const takeBooking = v.strictObject({
  ...common,
  name: v.literal('take-booking'),
  request: bookingRequest,
  channel: v.picklist(['phone', 'kelurahan', 'callback']),
  /** The callback in which the booking was taken; the same transaction marks it done. */
  callbackId: v.optional(callbackId),
});

const acceptBooking = v.strictObject({ ...ofRevision, name: v.literal('accept-booking') });

/** An empty text withdraws an earlier question. */
const askResident = v.strictObject({
  ...ofRevision,
  name: v.literal('ask-resident'),
  text: v.pipe(v.string(), v.maxLength(MAX_REASON_CHARS)),
});

const moveVisit = v.strictObject({
  ...ofRevision,
  name: v.literal('move-visit'),
  choice: v.strictObject({ ...windowChoice.entries, unit: unitId }),
});

/** Changes what was asked for the resident, until the crew has left; the kept share may be used. */
const changeRequest = v.strictObject({
  ...ofRevision,
  name: v.literal('change-request'),
  request: requestChange,
  date: dateRule,
});

/** Moves a booking from the waiting list into the first window with room, the kept share included. */
const promoteBooking = v.strictObject({ ...ofRevision, name: v.literal('promote-booking') });

/** Ends the booking and tells the resident which office gives the service instead. */
const referBooking = v.strictObject({
  ...ofRevision,
  name: v.literal('refer-booking'),
  whereTo: words,
});

const cancelVisit = v.strictObject({ ...ofRevision, name: v.literal('cancel-visit'), reason: words });

/** Decides about a crew's record of a booking that was rescheduled or ended meanwhile. */
const resolveRecord = v.strictObject({
  ...ofRevision,
  name: v.literal('resolve-record'),
  recordId: commandId,
  keep: v.boolean(),
});

/** What came of a callback; `not-reached` counts a try and leaves the callback open. */
export const finishCallback = v.strictObject({
  id: commandId,
  madeAt: instant,
  name: v.literal('finish-callback'),
  callbackId,
  outcome: v.picklist(['booked', 'talked', 'not-reached']),
  /** The booking that the call led to; required with `booked`. */
  bookingId: v.optional(bookingId),
});

export const crewCommand = v.variant('name', [
  startTravel,
  arriveAtHome,
  recordVisit,
  returnVisit,
  addVisitPhoto,
  addNote,
]);
export const deskCommand = v.variant('name', [
  takeBooking,
  acceptBooking,
  askResident,
  moveVisit,
  changeRequest,
  promoteBooking,
  referBooking,
  cancelVisit,
  resolveRecord,
  finishCallback,
  judgePhoto,
  dropPhoto,
  orderVisits,
  addNote,
]);

export type CrewCommand = v.InferOutput<typeof crewCommand>;
export type TakeBooking = v.InferOutput<typeof takeBooking>;
export type DeskCommand = v.InferOutput<typeof deskCommand>;
export type FinishCallback = v.InferOutput<typeof finishCallback>;
