import type { BookingId } from '../../domain/booking/booking';
import type { PhoneStore } from './phone-store';
import { seal, unseal } from './seal';
import type { SealedBooking } from './sealed-booking';

/**
 * Changes what is sealed of a booking. Encryption cannot happen inside a transaction, so it is
 * written only over what was read, and done again where another tab was faster.
 */
export async function changeSealed(
  store: PhoneStore,
  id: BookingId,
  change: (own: SealedBooking) => SealedBooking,
): Promise<void> {
  for (;;) {
    const before = (await store.bookings.get(id))?.sealed;
    if (before === undefined) return;
    const sealed = await seal(store, change(await unseal<SealedBooking>(store, before)));
    const isKept = await store.transaction('rw', store.bookings, async () => {
      const now = (await store.bookings.get(id))?.sealed;
      if (now !== undefined && String(now.nonce) !== String(before.nonce)) return false;
      if (now !== undefined) await store.bookings.update(id, { sealed });
      return true;
    });
    if (isKept) return;
  }
}
