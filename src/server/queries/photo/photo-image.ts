import type { BookingId } from '../../../domain/booking/booking';
import { localDateAt } from '../../../domain/calendar/local-date';
import type { AreaCode } from '../../../domain/city/city';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { ServerContext } from '../../db/engine/context';
import { imagePlace } from '../../db/photo/stored-photos';
import { unsealBytes } from '../../db/secret/seal';

/**
 * Whose photos are within reach: those of all bookings, of some areas, or of bookings that a unit visits
 * today or later.
 */
export type PhotoReach = { readonly areas?: readonly AreaCode[]; readonly unit?: string };

/** Returns the JPEG of a booking's photo; `undefined` where there is none within reach. */
export async function photoImage(
  context: ServerContext,
  { bookingId, photo }: { readonly bookingId: BookingId; readonly photo: PhotoDigest },
  { areas, unit }: PhotoReach,
): Promise<Buffer | undefined> {
  const { db, city, clock } = context;
  const row = await db
    .selectFrom('booking_photos as p')
    .innerJoin('photos as i', (join) =>
      join.onRef('i.city', '=', 'p.city').onRef('i.owner', '=', 'p.owner').onRef('i.sha256', '=', 'p.sha256'),
    )
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'p.city').onRef('b.id', '=', 'p.booking_id'),
    )
    .leftJoin('reservations as r', (join) =>
      join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
    )
    .select(['p.owner', 'i.image', 'b.area', 'r.unit', 'r.day'])
    .where('p.city', '=', city.code)
    .where('p.booking_id', '=', bookingId)
    .where('p.sha256', '=', photo)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const today = localDateAt(clock(), city.settings.utcOffsetMinutes);
  const isOnSheet = row.unit === unit && row.day !== null && row.day >= today;
  if (areas !== undefined && !areas.includes(row.area)) return undefined;
  if (unit !== undefined && !isOnSheet) return undefined;
  return unsealBytes(context, imagePlace({ owner: row.owner, sha256: photo }), row.image);
}
