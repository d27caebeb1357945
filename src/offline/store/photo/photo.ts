import type { ProblemDetails } from '../../../contract/problem';
import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { Sealed } from '../secret/seal';

/** Id of a photo on this phone; the server knows the photo by its digest. */
export type PhotoId = string & { readonly __brand: 'PhotoId' };

/**
 * `kept`: only on this phone, or partly sent. `arrived`: the server has the bytes, and the command saying
 * what they show is on its way. `sent`: the server knows; the bytes stay while there is room. `refused`:
 * not accepted, with `problem`. `removing`: the removal is on its way to the server. `lost`: the server was put
 * back to a backup without it, and this phone no longer has the bytes.
 */
export type PhotoStatus = 'kept' | 'arrived' | 'sent' | 'refused' | 'removing' | 'lost';

/**
 * A photo of a document, without its bytes. It belongs first to a draft, and later to the visit with the same
 * id.
 */
export type PhotoRow = {
  readonly id: PhotoId;
  readonly bookingId: BookingId;
  readonly requirementId: RequirementId;
  readonly photo: PhotoDigest;
  /** Size of the whole photo in bytes. */
  readonly size: number;
  /** Phone's clock, Unix milliseconds; photos are sent in this order. */
  readonly addedAtMs: number;
  readonly status: PhotoStatus;
  /** How many bytes the server has confirmed. */
  readonly received: number;
  /** A part has left this phone before, so the sender first asks the server how much it has. */
  readonly isTried?: boolean | undefined;
  /** The resident pressed "Kirim sekarang": the photo goes over any connection. */
  readonly isUrged?: boolean | undefined;
  /**
   * How often the server had lost bytes it should have; after the second time the photo counts as refused.
   */
  readonly losses?: number | undefined;
  readonly problem?: ProblemDetails | undefined;
};

/** The bytes of a photo, until its visit is over where there is room; stored separately so that lists are read without them. */
export type PhotoBytesRow = { readonly id: PhotoId; readonly sealed: Sealed };

/** The purpose bound to a photo's ciphertext. */
export const photoPurpose = (id: PhotoId) => `photos:${id}`;
