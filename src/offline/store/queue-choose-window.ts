import type { ChooseWindow } from '../../contract/commands';
import type { BookingId } from '../../domain/booking/booking';
import type { WindowChoice } from '../../domain/calendar/window';
import type { PhoneStore } from './phone-store';
import { queueChange, stampCommand } from './queue-change';

/** Asks for another window; the one given stands until the server has answered. */
export async function queueChooseWindow(
  store: PhoneStore,
  id: BookingId,
  choice: WindowChoice,
  nowMs: number,
): Promise<void> {
  const command: ChooseWindow = { ...stampCommand(nowMs), name: 'choose-window', bookingId: id, choice };
  await queueChange(store, command, { pending: 'choose-window', pendingChoice: choice });
}
