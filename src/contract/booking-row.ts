import * as v from 'valibot';
import { BOOKING_STATES } from '../domain/booking/state';
import { windowChoice } from './booking-request';
import {
  areaCode,
  bookingId,
  instant,
  localDate,
  packageId,
  publicNumber,
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
 * has its own copy, and a follower's phone must not get one.
 */
export const bookingRow = v.strictObject({
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
  cancelled: v.optional(v.strictObject({ by: v.picklist(['requester', 'desk']), reason: v.string() })),
});

export type BookingRow = v.InferOutput<typeof bookingRow>;
export type OfferedWindow = v.InferOutput<typeof offeredWindow>;
