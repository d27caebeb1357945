import type { PhoneStore } from '../engine/phone-store';
import type { VisitRow } from '../engine/rows';
import type { PutBackNote } from './visit-put-back';

/**
 * Photos that the server had and lacks now: those whose bytes are still on this phone are sent again, and the
 * rest is marked as lost. Returns what is to be said. Call inside the transaction that settles the visit.
 */
export async function settlePhotos(store: PhoneStore, visit: VisitRow): Promise<readonly PutBackNote[]> {
  const row = visit.isUnconfirmed === true ? undefined : visit.row;
  const there = new Set((row?.photos ?? []).map(({ photo }) => photo));
  const lost = new Set(
    (visit.before?.photos ?? []).flatMap(({ photo }) => (there.has(photo) ? [] : [photo])),
  );
  const notes = new Set<PutBackNote>();
  for (const photo of await store.photos.where('bookingId').equals(visit.id).toArray()) {
    if (photo.status !== 'sent' || there.has(photo.photo)) continue;
    lost.delete(photo.photo);
    const isHere = (await store.photoBytes.get(photo.id)) !== undefined;
    notes.add(isHere ? 'photos-again' : 'photos');
    await store.photos.put({ ...photo, status: isHere ? 'kept' : 'lost', received: 0, isTried: false });
  }
  // Another phone sent them, before everything was transferred here.
  if (lost.size > 0) notes.add('photos');
  return [...notes];
}
