import { isOver } from '../../../domain/booking/state';
import type { PhoneStore } from '../engine/phone-store';
import type { VisitRow } from '../engine/rows';
import type { PhotoRow } from './photo';
import { forgetPhotos } from './photos';

/** What is known about the connection: `unknown` where the browser does not tell. */
export type Connection = 'wifi' | 'metered' | 'unknown';

/**
 * Returns the photos that may be sent now, the earliest first: those of visits that the server has, over a
 * connection that the resident allows. None while any command about the bookings themselves waits: those
 * always go first.
 */
export async function readReadyPhotos(store: PhoneStore, connection: Connection): Promise<PhotoRow[]> {
  const kept = await store.photos.filter((photo) => photo.status === 'kept').toArray();
  if (kept.length === 0) return [];
  const before = await store.outbox
    .where('status')
    .equals('waiting')
    .filter((command) => command.photoId === undefined)
    .count();
  if (before > 0) return [];
  const isWifiOnly = await readWifiOnly(store);
  const visits = await store.bookings.bulkGet(kept.map((photo) => photo.bookingId));
  return kept
    .filter((photo, index) => {
      const visit = visits[index];
      const isAllowed = !isWifiOnly || connection === 'wifi' || photo.isUrged === true;
      return isAllowed && visit?.delivery === 'known' && !isVisitOver(visit);
    })
    .sort((a, b) => a.addedAtMs - b.addedAtMs || a.id.localeCompare(b.id));
}

/**
 * Deletes photos from this phone that nobody waits for: those of visits that are over, and of drafts that are
 * gone.
 */
export async function forgetIdlePhotos(store: PhoneStore): Promise<void> {
  const { photos, photoBytes, drafts, bookings } = store;
  await store.transaction('rw', photos, photoBytes, drafts, bookings, async () => {
    const waiting = await photos.filter((photo) => photo.status !== 'sent').toArray();
    for (const id of new Set(waiting.map((photo) => photo.bookingId))) {
      const visit = await bookings.get(id);
      const isGone = visit === undefined && (await drafts.get(id)) === undefined;
      if (isGone || (visit !== undefined && isVisitOver(visit))) await forgetPhotos(store, id);
    }
  });
}

/** Whether photos go over Wi-Fi only; the resident must have asked for it. */
export async function readWifiOnly(store: PhoneStore): Promise<boolean> {
  const row = await store.meta.get('photo-network');
  return row?.key === 'photo-network' && row.isWifiOnly;
}

export async function chooseWifiOnly(store: PhoneStore, isWifiOnly: boolean): Promise<void> {
  await store.meta.put({ key: 'photo-network', isWifiOnly });
}

function isVisitOver({ row }: VisitRow): boolean {
  return row !== undefined && isOver(row.state);
}
