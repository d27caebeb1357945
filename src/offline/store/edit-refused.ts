import type { BookingId } from '../../domain/booking/booking';
import { readDevice } from './device-key';
import type { Draft } from './draft';
import { readDraft, sealDraft } from './drafts';
import { makeId } from './make-id';
import type { PhoneStore } from './phone-store';
import { visitPurpose } from './queue-booking';
import type { VisitSecret } from './rows';
import { unseal } from './seal';

/**
 * Turns a refused visit back into a draft with everything that was typed. It keeps its id, since the server has no
 * such booking, unless the id itself was the reason.
 */
export async function editRefused(store: PhoneStore, id: BookingId): Promise<Draft> {
  const visit = await store.bookings.get(id);
  const device = await readDevice(store);
  const key = device.cryptoKey;
  const secret = visit?.sealed && (await unseal<VisitSecret>(key, visitPurpose(id), visit.sealed));
  const typed = secret?.draft ?? (await readDraft(store, id));
  if (typed === undefined) throw new Error('no refused visit of this id');
  if (visit === undefined) return typed;
  const draft = visit.problem?.code === 'booking-id-taken' ? { ...typed, id: makeId<BookingId>() } : typed;
  const row = await sealDraft(device, draft, 1);
  await store.transaction('rw', store.drafts, store.bookings, store.photos, async () => {
    const current = await store.bookings.get(id);
    if (current?.delivery !== 'refused') return;
    await store.bookings.delete(id);
    await store.drafts.put(row);
    await store.photos.where('bookingId').equals(id).modify({ bookingId: draft.id });
  });
  return draft;
}
