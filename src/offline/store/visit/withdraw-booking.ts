import type { BookingId } from '../../../domain/booking/booking';
import { sealDraft } from '../draft/drafts';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, VisitSecret } from '../engine/rows';
import { unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { visitPurpose } from './personal';
import { queueCancel } from './queue-change';

/**
 * `draft`: the request never left this phone and is a draft again, under the same id. `cancel`: the server
 * may have the request, so a cancellation follows it. `none`: there is nothing to withdraw.
 */
export type Withdrawal = 'draft' | 'cancel' | 'none';

/**
 * Withdraws a request that waits to be sent. One transaction decides whether a sender was faster, by the mark
 * that `claimBatch` sets before a command leaves. `nowMs`: Unix milliseconds.
 */
export async function withdrawBooking(store: PhoneStore, id: BookingId, nowMs: number): Promise<Withdrawal> {
  const visit = await store.bookings.get(id);
  if (visit === undefined || visit.delivery === 'refused') return 'none';
  const asDraft = async (device: DeviceRow) => {
    const sealed = (await store.bookings.get(id))?.sealed;
    const secret = sealed && (await unseal<VisitSecret>(device.cryptoKey, visitPurpose(id), sealed));
    return secret?.draft && sealDraft(device, secret.draft, 1);
  };
  const tables = [store.drafts, store.bookings, store.outbox];
  const isTaken = await writeSealed(store, tables, asDraft, async (draft) => {
    const current = await store.bookings.get(id);
    const commands = await store.outbox.where('bookingId').equals(id).toArray();
    const hasLeft = commands.some((command) => command.triedAtMs !== undefined);
    if (draft === undefined || current?.delivery !== 'kept' || commands.length === 0 || hasLeft) return false;
    await store.outbox.where('bookingId').equals(id).delete();
    await store.bookings.delete(id);
    await store.drafts.put(draft);
    return true;
  });
  if (isTaken === undefined) return 'none';
  if (isTaken) return 'draft';
  await queueCancel(store, id, '', nowMs);
  return 'cancel';
}
