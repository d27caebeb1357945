import type { BookingId } from '../../../domain/booking/booking';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhoneStore } from '../engine/phone-store';
import type { VisitRow } from '../engine/rows';
import { readDevice } from '../secret/device-key';
import { openPersonal } from './personal';
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
    if (visit.seen !== undefined && changesOf(visit, visit.seen) === undefined) return;
    await store.bookings.put({ ...visit, seen: seenOf(visit.row, visit.deskChangedAt) });
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
  const { sealed: _sealed, sealedOnceSent: _onceSent, sealedChanged: _changed, ...open } = stored;
  const { sealedOnceChanged: _onceChanged, onceChanged: _then, changedRevision: _revision, ...told } = open;
  const { isUnconfirmed: _unconfirmed, before: _before, seen, ...visit } = told;
  return { ...visit, personal: await openPersonal(key, stored), changedSince: changesOf(stored, seen) };
}
