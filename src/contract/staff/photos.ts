import * as v from 'valibot';
import { MAX_PHOTO_WORDS_CHARS, PHOTO_STATES, VISIT_PHOTO_KINDS } from '../../domain/photo/photo';
import { bookingId, commandId, instant, photoDigest, requirementId } from '../scalars';

/** A photo of a booking as staff see it; its image is at `GET /api/staff/photos/{bookingId}/{photo}`. */
export const staffPhoto = v.object({
  photo: photoDigest,
  /** A `document` comes from the requester, the other kinds from a crew. */
  kind: v.picklist(['document', ...VISIT_PHOTO_KINDS]),
  requirementId: v.optional(requirementId),
  state: v.picklist(PHOTO_STATES),
  /** What the resident is told about the photo. */
  words: v.optional(v.string()),
  attachedAt: instant,
  judgedAt: v.optional(instant),
  /** Names of the member of staff who judged the photo, and of the crew member who took it. */
  judgedBy: v.optional(v.string()),
  takenBy: v.optional(v.string()),
  /** When the person at home agreed to the photo, by the crew's phone. */
  consentedAt: v.optional(instant),
});

const common = { id: commandId, madeAt: instant, bookingId, photo: photoDigest };

/**
 * Says whether a document is readable in its photo, with a text for the resident. `replaces` is the time of
 * the judgement that the caller saw, absent where there was none: if the photo was judged again meanwhile, it
 * is refused with `booking-changed`.
 */
export const judgePhoto = v.strictObject({
  ...common,
  name: v.literal('judge-photo'),
  isReadable: v.boolean(),
  words: v.optional(v.pipe(v.string(), v.maxLength(MAX_PHOTO_WORDS_CHARS))),
  replaces: v.optional(instant),
});

/** Deletes a photo at once: one that shows too much, or that somebody no longer agrees to. */
export const dropPhoto = v.strictObject({ ...common, name: v.literal('drop-photo') });

/**
 * A photo that a crew took, which the server already has whole; `consentedAt` is when the person at home
 * agreed.
 */
export const addVisitPhoto = v.strictObject({
  ...common,
  name: v.literal('add-visit-photo'),
  kind: v.picklist(VISIT_PHOTO_KINDS),
  consentedAt: instant,
});

export type StaffPhoto = v.InferOutput<typeof staffPhoto>;
export type JudgePhoto = v.InferOutput<typeof judgePhoto>;
export type DropPhoto = v.InferOutput<typeof dropPhoto>;
export type AddVisitPhoto = v.InferOutput<typeof addVisitPhoto>;
