import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhoneStore } from '../engine/phone-store';
import type { VisitRow, VisitSecret } from '../engine/rows';
import { readDevice } from '../secret/device-key';
import { unseal } from '../secret/seal';
import { visitPurpose } from './queue-booking';
import { changesOf, seenOf } from './seen-visit';
import type { Visit } from './visit';

/** Lists all visits this phone knows, the last asked for first. */
export async function listVisits(store: PhoneStore): Promise<Visit[]> {
  const rows = await store.bookings.toArray();
  return rows.length === 0 ? [] : openVisits((await readDevice(store)).cryptoKey, rows);
}

export async function readVisit(store: PhoneStore, id: BookingId): Promise<Visit | undefined> {
  const row = await store.bookings.get(id);
  return row && openVisit((await readDevice(store)).cryptoKey, row);
}

/**
 * Remembers what the screen shows now, so that only later changes count as changed. The first look counts
 * too.
 */
export async function markVisitSeen(store: PhoneStore, id: BookingId): Promise<void> {
  await store.transaction('rw', store.bookings, async () => {
    const visit = await store.bookings.get(id);
    if (visit?.row === undefined) return;
    // Skips the write when nothing is new: a write would wake the live query that called this.
    if (visit.seen !== undefined && changesOf(visit.row, visit.seen) === undefined) return;
    await store.bookings.put({ ...visit, seen: seenOf(visit.row) });
  });
}

/** Ends the message about what a server that was put back to a backup has lost of this visit. */
export async function forgetPutBack(store: PhoneStore, id: BookingId): Promise<void> {
  await store.bookings.update(id, { putBack: undefined });
}

/** Keeps which requirements are ready; only this phone knows it. */
export async function setPrepared(
  store: PhoneStore,
  id: BookingId,
  prepared: readonly RequirementId[],
): Promise<void> {
  await store.bookings.update(id, { prepared: [...prepared] });
}

/** Decrypts rows that a live query read, the last asked for first. */
export async function openVisits(key: CryptoKey, rows: readonly VisitRow[]): Promise<Visit[]> {
  const visits = await Promise.all(rows.map((row) => openVisit(key, row)));
  return visits.sort((a, b) => b.queuedAtMs - a.queuedAtMs);
}

async function openVisit(key: CryptoKey, stored: VisitRow): Promise<Visit> {
  const { sealed, sealedOnceSent: _, isUnconfirmed: __, before: ___, seen, ...visit } = stored;
  const secret = sealed && (await unseal<VisitSecret>(key, visitPurpose(stored.id), sealed));
  return { ...visit, personal: secret?.personal, changedSince: changesOf(stored.row, seen) };
}
