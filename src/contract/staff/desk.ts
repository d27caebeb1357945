import * as v from 'valibot';
import { BOOKING_STATES } from '../../domain/booking/state';
import { VISIT_NEEDS } from '../../domain/people/visit-need';
import { OUTCOMES } from '../../domain/visit/outcome';
import { offeredWindow } from '../booking-row';
import { programmeId } from '../programme-id';
import {
  areaCode,
  bookingId,
  cursor,
  instant,
  localDate,
  publicNumber,
  serviceId,
  windowId,
} from '../scalars';
import { unitId } from './auth';
import { historyLine, recordConflict, sheetVisit } from './run-sheet';

/**
 * For a `cancelled` booking that the desk ended by naming another place: the desk's text, empty once erased.
 */
const referredTo = v.optional(v.string());

/** One line of the queue, `GET /api/staff/bookings`. */
export const queueLine = v.object({
  id: bookingId,
  number: publicNumber,
  state: v.picklist(BOOKING_STATES),
  referredTo,
  revision: v.number(),
  submittedAt: instant,
  changedAt: instant,
  recipientName: v.string(),
  contactName: v.string(),
  contactPhone: v.string(),
  area: areaCode,
  services: v.array(serviceId),
  needs: v.array(v.picklist(VISIT_NEEDS)),
  minutes: v.number(),
  scheduled: v.optional(v.object({ ...offeredWindow.entries, unit: unitId })),
  /** Place on the waiting list; 1 is next. */
  place: v.optional(v.number()),
  acceptedAt: v.optional(instant),
  hasQuestion: v.boolean(),
  hasConflict: v.boolean(),
  /** Other open bookings for the same recipient. */
  doubles: v.array(publicNumber),
  /** If present, the names and the phone number are empty, and needs are left out. */
  erasedAt: v.optional(instant),
});

/**
 * Query of `GET /api/staff/bookings`. `view`: `new` not accepted yet, `waiting`, `asked`, `conflict`, `open`
 * all that are not over, `over` closed or cancelled, `all`. `programme`: bookings with a service of that
 * programme. `q`: part of a name, a public number or a phone number. `after` asks for the next page.
 */
export const queueQuery = v.strictObject({
  view: v.optional(v.picklist(['new', 'waiting', 'asked', 'conflict', 'open', 'over', 'all'])),
  day: v.optional(localDate),
  unit: v.optional(unitId),
  area: v.optional(areaCode),
  programme: v.optional(programmeId),
  q: v.optional(v.pipe(v.string(), v.maxLength(80))),
  after: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
export const queuePage = v.object({
  lines: v.array(queueLine),
  /** What to send as `after` for the next page; absent at the end. */
  next: v.optional(v.string()),
  /** How many there are; with `isMore` only the first of them were counted. */
  total: v.number(),
  isMore: v.optional(v.literal(true)),
  /** The city's change counter when this was read; {@link changed} answers once the counter has passed it. */
  cursor,
});

/** Another open booking for the same recipient, with what the desk needs to decide which one stays. */
const doubleOf = v.pick(queueLine, [
  'id',
  'number',
  'state',
  'submittedAt',
  'services',
  'scheduled',
  'place',
]);

/** A booking with everything known about it. */
export const bookingFile = v.object({
  booking: v.object({
    ...sheetVisit.entries,
    referredTo,
    /** How the request came in: the kelurahan changes only what it entered itself. */
    channel: v.optional(v.string()),
    position: v.optional(v.number()),
    scheduled: v.optional(v.object({ ...offeredWindow.entries, unit: unitId })),
  }),
  waitingPlace: v.optional(v.number()),
  doubles: v.array(doubleOf),
  conflicts: v.array(recordConflict),
  cursor,
});

/** What is left of a booking whose personal data were erased. */
export const erasedFile = v.object({
  erased: v.object({
    id: bookingId,
    number: publicNumber,
    state: v.picklist(['closed', 'cancelled']),
    referredTo,
    submittedAt: instant,
    erasedAt: instant,
    area: areaCode,
    services: v.array(serviceId),
    scheduled: v.optional(v.object({ ...offeredWindow.entries, unit: unitId })),
    outcomes: v.array(v.object({ service: serviceId, outcome: v.picklist(OUTCOMES) })),
    history: v.array(historyLine),
  }),
  cursor,
});

/** Response of `GET /api/staff/bookings/{id}`; reading it writes an audit entry. */
export const bookingAnswer = v.union([bookingFile, erasedFile]);

/** One window of one unit, with the minutes that the desk may give out. */
export const plannedSlot = v.object({
  unit: unitId,
  date: localDate,
  window: windowId,
  start: v.string(),
  end: v.string(),
  capacityMinutes: v.number(),
  onlineCapacityMinutes: v.number(),
  usedMinutes: v.number(),
  visits: v.number(),
});

/**
 * Response of `GET /api/staff/day-plan?from&days`: the coming days at a glance; closed days have no slots.
 */
export const dayPlan = v.object({
  days: v.array(v.object({ date: localDate, closed: v.optional(v.string()), slots: v.array(plannedSlot) })),
  counts: v.object({
    new: v.number(),
    waiting: v.number(),
    asked: v.number(),
    conflict: v.number(),
    callbacks: v.number(),
  }),
  cursor,
});

/**
 * Response of `GET /api/staff/slots?area&minutes&needs&programmes`: where a visit could go; `room` includes
 * the kept share.
 */
export const deskSlots = v.object({
  slots: v.array(v.object({ ...plannedSlot.entries, room: v.boolean() })),
  cursor,
});

/**
 * Response of `GET /api/staff/changed?since`: held open for up to 25 s and answered when something changes,
 * so that two desks see each other's work.
 */
export const changed = v.object({ cursor });

export type QueueLine = v.InferOutput<typeof queueLine>;
export type QueueQuery = v.InferOutput<typeof queueQuery>;
export type QueuePage = v.InferOutput<typeof queuePage>;
export type BookingFile = v.InferOutput<typeof bookingFile>;
export type ErasedFile = v.InferOutput<typeof erasedFile>;
export type BookingAnswer = v.InferOutput<typeof bookingAnswer>;
export type PlannedSlot = v.InferOutput<typeof plannedSlot>;
export type DayPlan = v.InferOutput<typeof dayPlan>;
export type DeskSlots = v.InferOutput<typeof deskSlots>;
