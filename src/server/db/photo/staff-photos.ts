import type { StaffPhoto } from '../../../contract/staff/photos';
import type { BookingId } from '../../../domain/booking/booking';
import type { ServerContext } from '../engine/context';
import { unseal } from '../secret/seal';
import { wordsPlace } from './booking-photos';

const STAFF_OWNER = 'staff:';

/**
 * Reads all photos of these bookings as staff see them, without their images, in the order in which they
 * came.
 */
export async function readStaffPhotos(
  context: ServerContext,
  ids: readonly BookingId[],
): Promise<(id: BookingId) => StaffPhoto[]> {
  const byId = new Map<BookingId, StaffPhoto[]>();
  if (ids.length === 0) return () => [];
  const { db, city } = context;
  const rows = await db
    .selectFrom('booking_photos as p')
    .leftJoin('staff as j', (join) => join.onRef('j.city', '=', 'p.city').onRef('j.id', '=', 'p.judged_by'))
    .selectAll('p')
    .select('j.name as judged_name')
    .where('p.city', '=', city.code)
    .where('p.booking_id', 'in', ids)
    .orderBy('p.attached_at')
    .orderBy('p.sha256')
    .execute();
  if (rows.length === 0) return () => [];
  const names = await readNames(context);
  for (const row of rows) {
    const { booking_id, sha256, owner, kind, requirement_id, state, words, judged_name } = row;
    const takenBy = kind === 'document' ? undefined : names.get(owner.slice(STAFF_OWNER.length));
    const photo: StaffPhoto = {
      photo: sha256,
      kind,
      state,
      attachedAt: instantOf(row.attached_at),
      ...(requirement_id === null ? {} : { requirementId: requirement_id }),
      ...(words === null ? {} : { words: String(unseal(context, wordsPlace(booking_id, sha256), words)) }),
      ...(row.judged_at === null ? {} : { judgedAt: instantOf(row.judged_at) }),
      ...(judged_name === null ? {} : { judgedBy: judged_name }),
      ...(takenBy === undefined ? {} : { takenBy }),
      ...(row.consented_at === null ? {} : { consentedAt: instantOf(row.consented_at) }),
    };
    byId.set(booking_id, [...(byId.get(booking_id) ?? []), photo]);
  }
  return (id) => byId.get(id) ?? [];
}

async function readNames({ db, city }: ServerContext): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('city', '=', city.code).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function instantOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
