import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest, PhotoKind, PhotoState } from '../../../domain/photo/photo';
import type { StaffId } from '../../../domain/staff/role';

/** Who sent it (a device's hash, `staff:<id>`), and what it is known by. */
export type PhotoKey = { readonly owner: string; readonly sha256: PhotoDigest };

/** Instants are Unix milliseconds; a `Buffer` is sealed (seal.ts). Reasons: migrations/008-photos.ts. */
export type PhotoTables = {
  photo_parts: PhotoKey & {
    city: string;
    start: number;
    size: number;
    /** Bytes of the whole photo, as its sender says. */
    total: number;
    at: number;
    part: Buffer;
  };
  photos: PhotoKey & {
    city: string;
    /** Bytes as they were sent; `image` is drawn anew. */
    total: number;
    /** Null while it stands at a booking. */
    unattached_since: number | null;
    image: Buffer;
  };
  booking_photos: PhotoKey & {
    city: string;
    booking_id: BookingId;
    kind: PhotoKind;
    /** Of documents alone. */
    requirement_id: RequirementId | null;
    state: PhotoState;
    words: Buffer | null;
    attached_at: number;
    /** When the one at home said yes, by the crew's phone; of a crew's photo alone. */
    consented_at: number | null;
    judged_at: number | null;
    judged_by: StaffId | null;
  };
};
