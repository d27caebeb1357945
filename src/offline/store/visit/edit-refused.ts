import type { BookingId } from '../../../domain/booking/booking';
import type { Draft } from '../draft/draft';
import { readDraft, sealDraft } from '../draft/drafts';
import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, VisitSecret } from '../engine/rows';
import { unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { visitPurpose } from './personal';

/**
 * Turns a refused visit back into a draft with everything that was typed. The draft keeps its id, since the
 * server has no such booking, unless the id itself was the reason for the refusal.
 */
export async function editRefused(store: PhoneStore, id: BookingId): Promise<Draft> {
  const asDraft = async (device: DeviceRow) => {
    const visit = await store.bookings.get(id);
    const secret =
      visit?.sealed && (await unseal<VisitSecret>(device.cryptoKey, visitPurpose(id), visit.sealed));
    const typed = secret?.draft ?? (await readDraft(store, id));
    if (typed === undefined) return undefined;
    const isIdTaken = visit?.problem?.code === 'booking-id-taken';
    const draft = isIdTaken ? { ...typed, id: makeId<BookingId>() } : typed;
    return { draft, row: await sealDraft(device, draft, 1) };
  };
  const tables = [store.drafts, store.bookings, store.photos];
  const draft = await writeSealed(store, tables, asDraft, async (made) => {
    const current = await store.bookings.get(id);
    if (made === undefined || current?.delivery !== 'refused') return made?.draft;
    await store.bookings.delete(id);
    await store.drafts.put(made.row);
    await store.photos.where('bookingId').equals(id).modify({ bookingId: made.draft.id });
    return made.draft;
  });
  if (draft === undefined) throw new Error('there is no refused visit with this id');
  return draft;
}
