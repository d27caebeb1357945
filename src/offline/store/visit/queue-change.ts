import type { CancelBooking, ChooseWindow } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import type { WindowChoice } from '../../../domain/calendar/window';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, VisitRow } from '../engine/rows';
import { writeSealed } from '../secret/write-sealed';

/** Asks to cancel a visit, which is cancelled only once the server says so. `nowMs`: Unix milliseconds. */
export async function queueCancel(
  store: PhoneStore,
  id: BookingId,
  reason: string,
  nowMs: number,
): Promise<void> {
  const command: CancelBooking = { ...madeNow(nowMs), name: 'cancel-booking', bookingId: id };
  const whole = reason === '' ? command : { ...command, reason };
  await queueChange(store, id, whole, { pending: 'cancel', pendingChoice: undefined });
}

/**
 * Asks for another window; the visit keeps the old one until the server gives the new one. `nowMs`: Unix
 * milliseconds.
 */
export async function queueChooseWindow(
  store: PhoneStore,
  id: BookingId,
  choice: WindowChoice,
  nowMs: number,
): Promise<void> {
  const command: ChooseWindow = {
    ...madeNow(nowMs),
    name: 'choose-window',
    bookingId: id,
    choice: { date: choice.date, window: choice.window },
  };
  await queueChange(store, id, command, {
    pending: 'choose-window',
    pendingChoice: { date: choice.date, window: choice.window },
  });
}

function madeNow(nowMs: number) {
  return { id: makeId<CommandId>(), madeAt: new Date(nowMs).toISOString() };
}

/** Adds the command unless the same one is already waiting for this visit: two taps ask once. */
async function queueChange(
  store: PhoneStore,
  id: BookingId,
  command: CancelBooking | ChooseWindow,
  shown: Pick<VisitRow, 'pending' | 'pendingChoice'>,
): Promise<void> {
  const seal = (device: DeviceRow) => sealCommand(device, command, id);
  await writeSealed(store, [store.bookings, store.outbox], seal, async (row) => {
    const visit = await store.bookings.get(id);
    if (visit === undefined || visit.delivery === 'refused' || isSame(visit, shown)) return;
    await store.bookings.put({ ...visit, ...shown, problem: undefined });
    await store.outbox.add(row);
  });
}

function isSame(visit: VisitRow, shown: Pick<VisitRow, 'pending' | 'pendingChoice'>): boolean {
  return (
    visit.pending === shown.pending &&
    visit.pendingChoice?.date === shown.pendingChoice?.date &&
    visit.pendingChoice?.window === shown.pendingChoice?.window
  );
}
