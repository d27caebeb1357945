import type { BookingRow } from '../../../contract/booking-row';
import { parseUnreadRow } from '../../../contract/parse-answer';
import type { BookingId } from '../../../domain/booking/booking';
import type { PhoneStore } from '../engine/phone-store';

const PREFIX = 'unread:';

/**
 * Keeps a row in which a newer server says what this app does not know, and marks its visit. What the phone
 * knew stays on screen. Call in a transaction.
 */
export async function keepUnread(store: PhoneStore, row: unknown): Promise<void> {
  const id = idOf(row);
  if (id === undefined) return;
  await store.meta.put({ key: `${PREFIX}${id}`, row: withoutPersonal(row) });
  await store.bookings.where('id').equals(id).modify({ hasUnread: true });
}

/** Forgets what could not be read of a visit, once a row that can be read has come. Call in a transaction. */
export async function forgetUnread(store: PhoneStore, id: BookingId): Promise<void> {
  await store.meta.delete(`${PREFIX}${id}`);
  await store.bookings.where('id').equals(id).modify({ hasUnread: undefined });
}

/**
 * Returns the rows set aside that this app, newer since, can read: the server will not send them again until
 * something changes.
 */
export async function readableNow(store: PhoneStore): Promise<BookingRow[]> {
  const kept = await store.meta.where('key').startsWith(PREFIX).toArray();
  return kept.flatMap((meta) => ('row' in meta ? (parseUnreadRow(meta.row) ?? []) : []));
}

/** The row lies here unencrypted: what the desk changed is left out, and comes again with the next row. */
function withoutPersonal(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? { ...row, changedByDesk: undefined } : row;
}

function idOf(row: unknown): BookingId | undefined {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? (id as BookingId) : undefined;
}
