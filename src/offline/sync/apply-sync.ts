import type { BookingRow } from '../../contract/booking-row';
import type { CommandResult, SyncResponse } from '../../contract/sync';
import type { BookingId } from '../../domain/booking/booking';
import { changeSealed } from '../store/change-sealed';
import type { BookingEntry, OutboxEntry } from '../store/entries';
import type { PhoneStore } from '../store/phone-store';

export const CURSOR_ENTRY = 'cursor';
const NIK_DIGITS_KEPT = 4;

/** Takes an answer in: results, rows and cursor in one transaction, so that a killed page loses nothing. */
export async function applySync(store: PhoneStore, answer: SyncResponse): Promise<void> {
  await store.transaction('rw', store.outbox, store.bookings, store.meta, async () => {
    for (const result of answer.results) {
      const row = await store.outbox.where('id').equals(result.id).first();
      // Answered before, by another tab or an answer that came twice.
      if (row === undefined || result.outcome === 'retry') continue;
      await takeResult(store, row, result);
    }
    for (const change of answer.changes) await takeChange(store, change, answer.serverTime);
    const known = Number((await store.meta.get(CURSOR_ENTRY))?.value ?? 0);
    if (Number(answer.cursor) > known) await store.meta.put({ key: CURSOR_ENTRY, value: answer.cursor });
  });
  await forgetAllTyped(store);
}

async function takeResult(store: PhoneStore, row: OutboxEntry, result: CommandResult): Promise<void> {
  await store.outbox.delete(row.seq);
  if (row.bookingId === undefined) return;
  const isLast = (await store.outbox.where('bookingId').equals(row.bookingId).count()) === 0;
  await store.bookings
    .where('id')
    .equals(row.bookingId)
    .modify((entry) => {
      if (isLast) {
        delete entry.pending;
        delete entry.pendingChoice;
      }
      const isSubmit = row.name === 'submit-booking';
      const delivery: BookingEntry['delivery'] =
        result.outcome === 'refused' ? (isSubmit ? 'refused' : entry.delivery) : 'known';
      Object.assign(entry, { delivery }, result.outcome === 'refused' ? { problem: result.problem } : {});
    });
}

async function takeChange(store: PhoneStore, row: BookingRow, serverTime: string): Promise<void> {
  const entry = await store.bookings.get(row.id);
  if (entry?.row !== undefined && entry.row.revision > row.revision) return;
  await store.bookings.put({
    ...(entry ?? { id: row.id, queuedAtMs: Date.parse(serverTime) }),
    delivery: 'known',
    row,
    // The first row a phone sees is news by itself; "what changed" begins with the second.
    seenRow: entry?.seenRow ?? row,
  });
}

/** Looks at every visit, not only at those just answered: a page killed after the answer leaves some behind. */
async function forgetAllTyped(store: PhoneStore): Promise<void> {
  const left = await store.bookings
    .filter((entry) => entry.delivery === 'known' && entry.sealed !== undefined && entry.isReduced !== true)
    .primaryKeys();
  for (const id of left) {
    await forgetTyped(store, id);
    await store.bookings.update(id, { isReduced: true });
  }
}

/** The server has it: the NIK is cut to its last four digits, what was typed is dropped. */
async function forgetTyped(store: PhoneStore, id: BookingId): Promise<void> {
  await changeSealed(store, id, (own) => {
    const { recipient } = own.request;
    const nik = recipient.nik?.slice(-NIK_DIGITS_KEPT);
    const kept = {
      name: recipient.name,
      birthYear: recipient.birthYear,
      ...(nik === undefined ? {} : { nik }),
    };
    return { ...own, draft: undefined, request: { ...own.request, recipient: kept } };
  });
}
