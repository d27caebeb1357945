import type { EraseBooking } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { writeSealed } from '../secret/write-sealed';

/**
 * Asks the city to delete the personal data of the phone's own visit that is over. The city has deleted them
 * only once the server says so; this phone's copy stays. `nowMs`: Unix milliseconds.
 */
export async function queueErase(store: PhoneStore, id: BookingId, nowMs: number): Promise<void> {
  const command: EraseBooking = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'erase-booking',
    bookingId: id,
  };
  const seal = (device: DeviceRow) => sealCommand(device, command, id);
  await writeSealed(store, [store.bookings, store.outbox], seal, async (row) => {
    const visit = await store.bookings.get(id);
    // Two taps ask once.
    if (visit?.row === undefined || visit.row.erasedAt !== undefined || visit.pending === 'erase') return;
    await store.bookings.put({ ...visit, pending: 'erase', pendingChoice: undefined, problem: undefined });
    await store.outbox.add(row);
  });
}
