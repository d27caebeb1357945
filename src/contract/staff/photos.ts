import * as v from 'valibot';
import { MAX_PHOTO_WORDS_CHARS, PHOTO_STATES, VISIT_PHOTO_KINDS } from '../../domain/photo/photo';
import { bookingId, commandId, instant, photoDigest, requirementId } from '../scalars';

/** A photo at a booking as the staff sees it; its image is `GET /api/staff/photos/{bookingId}/{photo}`. */
export const staffPhoto = v.object({
  photo: photoDigest,
  /** `document` is the requester's, the others a crew's. */
  kind: v.picklist(['document', ...VISIT_PHOTO_KINDS]),
  requirementId: v.optional(requirementId),
  state: v.picklist(PHOTO_STATES),
  /** What the resident is told about it. */
  words: v.optional(v.string()),
  attachedAt: instant,
  judgedAt: v.optional(instant),
  /** Name of who judged it, and of the crew's member who took it. */
  judgedBy: v.optional(v.string()),
  takenBy: v.optional(v.string()),
  /** When the one at home said yes to it, by the crew's phone. */
  consentedAt: v.optional(instant),
});

const common = { id: commandId, madeAt: instant, bookingId, photo: photoDigest };

/**
 * Says whether a document can be read in its photo, with words for the resident. `replaces` is the time of the judgement
 * that was seen, absent where there was none: with another one meanwhile it is refused with `booking-changed`.
 */
export const judgePhoto = v.strictObject({
  ...common,
  name: v.literal('judge-photo'),
  isReadable: v.boolean(),
  words: v.optional(v.pipe(v.string(), v.maxLength(MAX_PHOTO_WORDS_CHARS))),
  replaces: v.optional(instant),
});

/** Forgets a photo at once: what shows too much, or what somebody no longer agrees to. */
export const dropPhoto = v.strictObject({ ...common, name: v.literal('drop-photo') });

/** A crew's own photo, which the server has whole; `consentedAt` is when the one at home said yes. */
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
