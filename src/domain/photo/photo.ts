/**
 * SHA-256 of a photo's bytes as the phone produced them, in lower-case hex; it identifies the photo
 * everywhere.
 */
export type PhotoDigest = string & { readonly __brand: 'PhotoDigest' };

/** The desk's verdict on a photo; `received` until somebody has looked at it. */
export const PHOTO_STATES = ['received', 'readable', 'unreadable'] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

/** What a crew may photograph at a home, after asking: the house, so that it can be found, and documents. */
export const VISIT_PHOTO_KINDS = ['home', 'papers'] as const;
export type VisitPhotoKind = (typeof VISIT_PHOTO_KINDS)[number];
export type PhotoKind = 'document' | VisitPhotoKind;

/** Largest size of one photo in bytes; phones compress photos to fit. */
export const MAX_PHOTO_BYTES = 307_200;
/** Most photos of documents per booking. */
export const MAX_PHOTOS_PER_BOOKING = 12;
/** Longest remark of the desk about a photo, in characters. */
export const MAX_PHOTO_WORDS_CHARS = 200;
