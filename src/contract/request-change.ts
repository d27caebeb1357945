import * as v from 'valibot';
import { bookingRequest } from './booking-request';

/** What of a sent request can be changed, whole: `RequestChange` of domain/booking. */
export const requestChange = v.omit(bookingRequest, ['recipientIs', 'recipient']);

/**
 * What becomes of the date: `keep` refuses the change with `date-not-kept` where the visit no longer fits
 * there; `wishes` gives it up for the first of the new wishes that has room. A booking that waits gets a date
 * by its wishes with either.
 */
export const dateRule = v.picklist(['keep', 'wishes']);

/** One part of a request before and after, as `PartChange` of domain/booking; an app may not know the part. */
export const partChange = v.object({
  part: v.string(),
  from: v.array(v.string()),
  to: v.array(v.string()),
});

export type DateRule = v.InferOutput<typeof dateRule>;
