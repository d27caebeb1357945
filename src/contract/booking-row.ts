import * as v from 'valibot';
import { BOOKING_STATES } from '../domain/booking/state';
import { OUTCOMES } from '../domain/visit/outcome';
import { windowChoice } from './booking-request';
import { bookingPhoto } from './photo';
import {
  areaCode,
  bookingId,
  followerId,
  instant,
  localDate,
  packageId,
  publicNumber,
  requirementId,
  serviceId,
  windowId,
} from './scalars';

/** A window offered, with the city's hours of that day. */
export const offeredWindow = v.strictObject({
  date: localDate,
  window: windowId,
  start: v.string(),
  end: v.string(),
});

/**
 * A booking as the server knows it. No name, NIK, address or phone number: the phone that booked
 * has its own copy, and a follower's phone must not get one. A member that a later server adds is left aside.
 */
export const bookingRow = v.object({
  id: bookingId,
  number: publicNumber,
  role: v.picklist(['requester', 'follower']),
  state: v.picklist(BOOKING_STATES),
  /** Goes up with every change; the phone keeps the row with the highest. */
  revision: v.pipe(v.number(), v.integer()),
  submittedAt: instant,
  changedAt: instant,
  services: v.array(serviceId),
  packageId: v.optional(packageId),
  area: areaCode,
  minutes: v.number(),
  preferences: v.union([v.literal('any'), v.array(windowChoice)]),
  /** The date given, in the states from `scheduled` on. */
  scheduled: v.optional(offeredWindow),
  /** Place on the waiting list, 1 is next; and what was free when the server looked. */
  waiting: v.optional(
    v.strictObject({
      place: v.number(),
      alternatives: v.array(offeredWindow),
      readAt: instant,
    }),
  ),
  /** The desk has looked at the request and takes it as it is. */
  acceptedAt: v.optional(instant),
  /** What the desk asks the requester for; words are hers alone, empty for a follower. */
  question: v.optional(v.object({ text: v.string(), askedAt: instant })),
  /** The visit under way or made; words about it are the requester's alone, empty for a follower. */
  visit: v.optional(
    v.object({
      departedAt: v.optional(instant),
      arrivedAt: v.optional(instant),
      closedAt: v.optional(instant),
      outcomes: v.array(v.object({ service: serviceId, outcome: v.picklist(OUTCOMES), reason: v.string() })),
      /** Papers to have ready for a next visit. */
      lacking: v.array(requirementId),
      nextVisit: v.optional(v.picklist(['wanted', 'not-needed'])),
    }),
  ),
  /** Photos of documents that the requester sent; they leave the revision as it is. Absent where there are none, and for a follower. */
  photos: v.optional(v.array(bookingPhoto)),
  /** Other phones that follow it, the first first; for its requester alone, and absent where there are none. They leave the revision as it is. */
  followers: v.optional(
    v.array(
      v.object({
        id: followerId,
        /** As she named herself; absent for a phone that followed before names were asked. */
        name: v.optional(v.string()),
        since: v.optional(instant),
      }),
    ),
  ),
  /** Since then the server holds no personal data of it. */
  erasedAt: v.optional(instant),
  /** Done elsewhere and not at home; `cancelled.reason` says where. */
  isReferred: v.optional(v.literal(true)),
  cancelled: v.optional(v.strictObject({ by: v.picklist(['requester', 'desk']), reason: v.string() })),
});

export type BookingRow = v.InferOutput<typeof bookingRow>;
export type Follower = NonNullable<BookingRow['followers']>[number];
export type OfferedWindow = v.InferOutput<typeof offeredWindow>;
