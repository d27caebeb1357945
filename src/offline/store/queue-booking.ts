import type { SubmitBooking } from '../../contract/commands';
import type { Base64Url, CommandId } from '../../contract/scalars';
import type { BookingId, BookingRequest } from '../../domain/booking/booking';
import type { Draft } from './draft';
import { makeId } from './make-id';
import type { PhoneStore } from './phone-store';
import { digestText, randomText } from './random-text';
import { seal } from './seal';
import type { SealedBooking } from './sealed-booking';

const TOKEN_BYTES = 16;

/**
 * Sends a draft on its way: in one transaction the draft goes, the booking "waiting to send" and its
 * command come. A draft that another tab has sent already is not sent again.
 */
export async function queueBooking(
  store: PhoneStore,
  draft: Draft,
  request: BookingRequest,
  minutes: number,
  nowMs: number,
): Promise<BookingId> {
  const id = draft.id;
  const followToken = randomText(TOKEN_BYTES);
  const command: SubmitBooking = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'submit-booking',
    bookingId: id,
    request: structuredClone(request) as SubmitBooking['request'],
    followHash: (await digestText(followToken)) as Base64Url,
  };
  const kept: SealedBooking = { request, minutes, followToken, draft };
  const sealedBooking = await seal(store, kept);
  const sealedCommand = await seal(store, command);
  await store.transaction('rw', store.drafts, store.bookings, store.outbox, async () => {
    if ((await store.drafts.get(id)) === undefined) return;
    await store.drafts.delete(id);
    await store.bookings.put({
      id,
      queuedAtMs: nowMs,
      delivery: 'kept',
      sealed: sealedBooking,
      pending: 'submit',
    });
    await store.outbox.add({ id: command.id, name: command.name, bookingId: id, sealed: sealedCommand });
  });
  return id;
}
