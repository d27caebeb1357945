import * as v from 'valibot';
import { BOOKING_STATES } from '../domain/booking/state';
import { OUTCOMES } from '../domain/visit/outcome';
import { windowChoice } from './booking-request';
import { bookingPhoto } from './photo';
import { requestChange } from './request-change';
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

/** An offered window, with the city's hours on that day. */
export const offeredWindow = v.object({
  date: localDate,
  window: windowId,
  start: v.string(),
  end: v.string(),
});

/**
 * A booking as the server knows it. It has no name, NIK, address or phone number: the requester's phone has
 * its own copy, and a follower's phone must not get one. Only what the desk changed comes back to the
 * requester (`changedByDesk`). A phone ignores members that a later server adds.
 */
export const bookingRow = v.object({
  id: bookingId,
  number: publicNumber,
  role: v.picklist(['requester', 'follower']),
  state: v.picklist(BOOKING_STATES),
  /** Increases with every change; the phone keeps the row with the highest revision. */
  revision: v.pipe(v.number(), v.integer()),
  submittedAt: instant,
  changedAt: instant,
  services: v.array(serviceId),
  packageId: v.optional(packageId),
  area: areaCode,
  minutes: v.number(),
  preferences: v.union([v.literal('any'), v.array(v.object(windowChoice.entries))]),
  /** The date given, in the states from `scheduled` on. */
  scheduled: v.optional(offeredWindow),
  /** The place on the waiting list (1 is next), and what was free when the server looked. */
  waiting: v.optional(
    v.object({
      place: v.number(),
      alternatives: v.array(offeredWindow),
      readAt: instant,
    }),
  ),
  /** When the desk accepted the request as it is. */
  acceptedAt: v.optional(instant),
  /**
   * When the desk last changed the request, and the request as it is now, without its recipient. For the
   * requester only, and absent where the desk never did.
   */
  changedByDesk: v.optional(v.object({ at: instant, request: requestChange })),
  /** What the desk asks of the requester; a follower gets the question with an empty text. */
  question: v.optional(v.object({ text: v.string(), askedAt: instant })),
  /** The visit under way or made. A follower gets it without its texts. */
  visit: v.optional(
    v.object({
      departedAt: v.optional(instant),
      arrivedAt: v.optional(instant),
      closedAt: v.optional(instant),
      outcomes: v.array(v.object({ service: serviceId, outcome: v.picklist(OUTCOMES), reason: v.string() })),
      /** Requirements to have ready for the next visit. */
      lacking: v.array(requirementId),
      nextVisit: v.optional(v.picklist(['wanted', 'not-needed'])),
    }),
  ),
  /**
   * Photos of documents that the requester sent; they do not change the revision. Absent where there are
   * none, and for a follower.
   */
  photos: v.optional(v.array(bookingPhoto)),
  /**
   * Other phones that follow the booking, the earliest first; they do not change the revision. For the
   * requester only, and absent where there are none.
   */
  followers: v.optional(
    v.array(
      v.object({
        id: followerId,
        /** The name the follower gave; absent for a phone that followed before the app asked for names. */
        name: v.optional(v.string()),
        since: v.optional(instant),
      }),
    ),
  ),
  /** Since this instant the server holds no personal data of the booking. */
  erasedAt: v.optional(instant),
  /** The service is given elsewhere, not at home; `cancelled.reason` says where. */
  isReferred: v.optional(v.literal(true)),
  cancelled: v.optional(v.object({ by: v.picklist(['requester', 'desk']), reason: v.string() })),
});

export type BookingRow = v.InferOutput<typeof bookingRow>;
export type Follower = NonNullable<BookingRow['followers']>[number];
export type OfferedWindow = v.InferOutput<typeof offeredWindow>;
