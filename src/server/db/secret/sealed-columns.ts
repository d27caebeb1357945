import type { BookingId } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import type { CallbackId } from '../../../domain/people/callback';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { StaffId } from '../../../domain/staff/role';
import { callbackPlace } from '../callback/callback-person';
import { followerPlace } from '../phone/followers';
import { wordsPlace } from '../photo/booking-photos';
import { partPlace } from '../photo/photo-parts';
import { imagePlace } from '../photo/stored-photos';
import type { PhotoKey } from '../schema/photo-tables';
import type { Tables } from '../schema/tables';
import { totpPlace } from '../staff/totp-place';

/** What identifies a row, besides its city. */
type Key = Readonly<Record<string, string | number>>;

/** A column whose values are encrypted (seal.ts), and the place that each value is bound to. */
export type SealedColumn = {
  readonly table: keyof Tables;
  readonly column: string;
  readonly key: readonly string[];
  readonly placeOf: (key: Key) => string;
};

/**
 * `Buffer` columns that {@link SEALED_COLUMNS} leaves out, since they hold no text of the server's: hashes,
 * public keys, a phone's own ciphertext.
 */
export const NOT_SEALED = ['bookings.search_tokens', 'moves.sealed', 'staff_passkeys.public_key'];

/** The place of the value on which keys are tried (check-keys.ts). */
export const CHECK_PLACE = 'key-check';

const ofBooking = (column: string, field: string): SealedColumn => ({
  table: 'bookings',
  column,
  key: ['id'],
  placeOf: ({ id }) => `${id}/${field}`,
});

const ofStaff = (column: string): SealedColumn => ({
  table: 'staff',
  column,
  key: ['id'],
  placeOf: ({ id }) => totpPlace(id as StaffId),
});

const photoKey = ({ owner, sha256 }: Key) => ({ owner, sha256 }) as PhotoKey;

/** All encrypted columns: a test compares this list with the tables. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ofBooking('request', 'request'),
  ofBooking('cancel_reason', 'reason'),
  ofBooking('question', 'question'),
  ofBooking('visit', 'visit'),
  {
    table: 'booking_devices',
    column: 'follower_name',
    key: ['device_hash', 'booking_id', 'follower_id'],
    placeOf: ({ booking_id, follower_id }) =>
      followerPlace(booking_id as BookingId, follower_id as FollowerId),
  },
  {
    table: 'events',
    column: 'note',
    key: ['change_number', 'booking_id'],
    placeOf: ({ change_number, booking_id }) => `${booking_id}/event/${change_number}`,
  },
  {
    table: 'visit_records',
    column: 'body',
    key: ['id', 'booking_id'],
    placeOf: ({ id, booking_id }) => `${booking_id}/record/${id}`,
  },
  {
    table: 'callbacks',
    column: 'person',
    key: ['id'],
    placeOf: ({ id }) => callbackPlace(id as CallbackId),
  },
  ofStaff('totp_secret'),
  ofStaff('totp_pending'),
  {
    table: 'booking_photos',
    column: 'words',
    key: ['booking_id', 'sha256'],
    placeOf: ({ booking_id, sha256 }) => wordsPlace(booking_id as BookingId, sha256 as PhotoDigest),
  },
  {
    table: 'photo_parts',
    column: 'part',
    key: ['owner', 'sha256', 'start'],
    placeOf: (key) => partPlace(photoKey(key), Number(key.start)),
  },
  {
    table: 'photos',
    column: 'image',
    key: ['owner', 'sha256'],
    placeOf: (key) => imagePlace(photoKey(key)),
  },
  { table: 'key_checks', column: 'value', key: ['name'], placeOf: () => CHECK_PLACE },
];
