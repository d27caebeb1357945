/** SHA-256 of a photo's bytes as its phone made them, lower-case hex: what it is known by everywhere. */
export type PhotoDigest = string & { readonly __brand: 'PhotoDigest' };

/** What the desk made of a photo; `received` until somebody has looked. */
export const PHOTO_STATES = ['received', 'readable', 'unreadable'] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

/** What a crew may photograph at a home, after asking: where it is, and papers. */
export const VISIT_PHOTO_KINDS = ['home', 'papers'] as const;
export type VisitPhotoKind = (typeof VISIT_PHOTO_KINDS)[number];
export type PhotoKind = 'document' | VisitPhotoKind;

/** Bytes of one photo; phones compress theirs to fit. */
export const MAX_PHOTO_BYTES = 307_200;
/** Of documents, at one booking. */
export const MAX_PHOTOS_PER_BOOKING = 12;
/** Characters of what the desk says about a photo. */
export const MAX_PHOTO_WORDS_CHARS = 200;
