import type { ProblemDetails } from '../../../contract/problem';
import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { Sealed } from '../secret/seal';

/** A photo on this phone; what the server knows it by is its digest. */
export type PhotoId = string & { readonly __brand: 'PhotoId' };

/**
 * `kept`: here alone, or sent in part. `arrived`: the server has the bytes, and is being told what they show. `sent`: it
 * knows, and the bytes are gone from here. `refused`: not taken, with `problem`. `removing`: the server is being told.
 */
export type PhotoStatus = 'kept' | 'arrived' | 'sent' | 'refused' | 'removing';

/** A photo of a document, without its bytes. It belongs to a draft first, and to the visit of the same id later. */
export type PhotoRow = {
  readonly id: PhotoId;
  readonly bookingId: BookingId;
  readonly requirementId: RequirementId;
  readonly photo: PhotoDigest;
  /** Bytes of the whole. */
  readonly size: number;
  /** Phone's clock, Unix milliseconds; the order in which they are sent. */
  readonly addedAtMs: number;
  readonly status: PhotoStatus;
  /** Bytes that the server said it has. */
  readonly received: number;
  /** A part left this phone before, so that the server is asked how far it is. */
  readonly isTried?: boolean | undefined;
  /** "Kirim sekarang" was pressed: goes over any connection. */
  readonly isUrged?: boolean | undefined;
  /** How often the server had nothing of what it should have; after the second time it is refused. */
  readonly losses?: number | undefined;
  readonly problem?: ProblemDetails | undefined;
};

/** The bytes of a photo, until the server has them; apart, so that a list is read without them. */
export type PhotoBytesRow = { readonly id: PhotoId; readonly sealed: Sealed };

/** What is bound to a photo's ciphertext. */
export const photoPurpose = (id: PhotoId) => `photos:${id}`;
