import type { CancelBooking } from '../../contract/commands';
import type { BookingId } from '../../domain/booking/booking';
import type { PhoneStore } from './phone-store';
import { queueChange, stampCommand } from './queue-change';

/** Asks for a visit to be cancelled; it stands until the server has answered. */
export async function queueCancel(
  store: PhoneStore,
  id: BookingId,
  reason: string,
  nowMs: number,
): Promise<void> {
  const why = reason.trim() === '' ? {} : { reason };
  const command: CancelBooking = { ...stampCommand(nowMs), name: 'cancel-booking', bookingId: id, ...why };
  await queueChange(store, command, { pending: 'cancel' });
}
