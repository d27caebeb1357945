import type { BookingId } from '../../domain/booking/booking';
import type { Draft } from './draft';
import { startDraft } from './drafts';
import type { PhoneStore } from './phone-store';
import { unseal } from './seal';
import type { SealedBooking } from './sealed-booking';

/**
 * Turns a refused booking back into a draft with everything as it was typed. The draft gets a new
 * identity, since the server may know the old one; the refused booking goes in the end.
 */
export async function editRefused(store: PhoneStore, id: BookingId, nowMs: number): Promise<Draft> {
  const entry = await store.bookings.get(id);
  if (entry?.sealed === undefined || entry.delivery !== 'refused') throw new Error('no refused booking');
  const { draft } = await unseal<SealedBooking>(store, entry.sealed);
  if (draft === undefined) throw new Error('a refused booking without its draft');
  const { id: _id, startedAtMs: _startedAtMs, savedAtMs: _savedAtMs, ...typed } = draft;
  const again = await startDraft(store, nowMs, { ...typed, page: 'periksa' });
  await store.bookings.delete(id);
  return again;
}
