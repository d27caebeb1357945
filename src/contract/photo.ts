import * as v from 'valibot';
import { PHOTO_STATES } from '../domain/photo/photo';
import { photoDigest, requirementId } from './scalars';

/**
 * Response of `PUT /api/photos/{sha256}` and `PUT /api/staff/photos/{sha256}`: how many bytes the server
 * holds, counted from the start. 202 asks for the rest; 200 or 201 with `isComplete` says that the photo is
 * complete, checked and stored.
 */
export const photoAnswer = v.object({
  received: v.pipe(v.number(), v.integer()),
  isComplete: v.optional(v.boolean()),
});

/** A photo of a document of a booking, as its sender sees it. */
export const bookingPhoto = v.object({
  photo: photoDigest,
  requirementId,
  state: v.picklist(PHOTO_STATES),
  /** What the desk says about the photo. */
  words: v.optional(v.string()),
});

export type PhotoAnswer = v.InferOutput<typeof photoAnswer>;
export type BookingPhoto = v.InferOutput<typeof bookingPhoto>;
