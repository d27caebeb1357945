import type { CancelBooking, ChooseWindow } from '../../contract/commands';
import type { CommandId } from '../../contract/scalars';
import type { BookingEntry } from './entries';
import { makeId } from './make-id';
import type { PhoneStore } from './phone-store';
import { seal } from './seal';

/** A new identity for a command, and the phone's time, which is only shown. */
export function stampCommand(nowMs: number): { readonly id: CommandId; readonly madeAt: string } {
  return { id: makeId<CommandId>(), madeAt: new Date(nowMs).toISOString() };
}

/** Puts a change of a booking on its way, and says on the booking that it waits. */
export async function queueChange(
  store: PhoneStore,
  command: CancelBooking | ChooseWindow,
  change: Pick<BookingEntry, 'pending' | 'pendingChoice'>,
): Promise<void> {
  const sealed = await seal(store, command);
  await store.transaction('rw', store.bookings, store.outbox, async () => {
    await store.bookings
      .where('id')
      .equals(command.bookingId)
      .modify((entry) => {
        delete entry.problem;
        Object.assign(entry, change);
      });
    await store.outbox.add({ id: command.id, name: command.name, bookingId: command.bookingId, sealed });
  });
}
