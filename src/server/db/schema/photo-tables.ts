import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest, PhotoKind, PhotoState } from '../../../domain/photo/photo';
import type { StaffId } from '../../../domain/staff/role';

/** The sender of a photo (a device's hash, `staff:<id>`) and the photo's digest. */
export type PhotoKey = { readonly owner: string; readonly sha256: PhotoDigest };

/** Instants are Unix milliseconds; a `Buffer` is encrypted (seal.ts). Reasons: migrations/008-photos.ts. */
export type PhotoTables = {
  photo_parts: PhotoKey & {
    city: string;
    start: number;
    size: number;
    /** Size of the whole photo in bytes, as its sender states it. */
    total: number;
    at: number;
    part: Buffer;
  };
  photos: PhotoKey & {
    city: string;
    /** Size in bytes as the photo was sent; `image` is re-encoded. */
    total: number;
    /** Null while the photo is attached to a booking. */
    unattached_since: number | null;
    image: Buffer;
  };
  booking_photos: PhotoKey & {
    city: string;
    booking_id: BookingId;
    kind: PhotoKind;
    /** Only for documents. */
    requirement_id: RequirementId | null;
    state: PhotoState;
    words: Buffer | null;
    attached_at: number;
    /** When the person at home agreed, by the crew's phone; only for a crew's photo. */
    consented_at: number | null;
    judged_at: number | null;
    judged_by: StaffId | null;
  };
};
