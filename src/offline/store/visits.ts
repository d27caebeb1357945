import type { BookingId } from '../../domain/booking/booking';
import type { RequirementId } from '../../domain/catalogue/service';
import { readDevice } from './device-key';
import type { PhoneStore } from './phone-store';
import { visitPurpose } from './queue-booking';
import type { VisitRow, VisitSecret } from './rows';
import { unseal } from './seal';
import type { Visit } from './visit';

/** All visits this phone knows, the last asked for first. */
export async function listVisits(store: PhoneStore): Promise<Visit[]> {
  const rows = await store.bookings.toArray();
  return rows.length === 0 ? [] : openVisits((await readDevice(store)).cryptoKey, rows);
}

export async function readVisit(store: PhoneStore, id: BookingId): Promise<Visit | undefined> {
  const row = await store.bookings.get(id);
  return row && openVisit((await readDevice(store)).cryptoKey, row);
}

/** Remembers what the screen shows now, so that only what comes later counts as changed. The first look counts too. */
export async function markVisitSeen(store: PhoneStore, id: BookingId): Promise<void> {
  await store.transaction('rw', store.bookings, async () => {
    const visit = await store.bookings.get(id);
    if (visit?.row === undefined) return;
    const { state, scheduled } = visit.row;
    // Nothing new is not written: a write would wake the live query that called this.
    if (visit.seen !== undefined && changedSince(visit) === undefined) return;
    await store.bookings.put({ ...visit, seen: { state, scheduled } });
  });
}

/** Keeps which documents are ready; a matter of this phone alone. */
export async function setPrepared(
  store: PhoneStore,
  id: BookingId,
  prepared: readonly RequirementId[],
): Promise<void> {
  await store.bookings.update(id, { prepared: [...prepared] });
}

/** Opens rows read by a live query, the last asked for first. */
export async function openVisits(key: CryptoKey, rows: readonly VisitRow[]): Promise<Visit[]> {
  const visits = await Promise.all(rows.map((row) => openVisit(key, row)));
  return visits.sort((a, b) => b.queuedAtMs - a.queuedAtMs);
}

async function openVisit(key: CryptoKey, stored: VisitRow): Promise<Visit> {
  const { sealed, sealedOnceSent: _, seen: __, ...visit } = stored;
  const secret = sealed && (await unseal<VisitSecret>(key, visitPurpose(stored.id), sealed));
  return { ...visit, personal: secret?.personal, changedSince: changedSince(stored) };
}

function changedSince({ row, seen }: VisitRow): Visit['changedSince'] {
  // What nobody has looked at yet is new, not changed.
  if (row === undefined || seen === undefined) return undefined;
  const isStateNew = row.state !== seen.state;
  const isDateNew =
    row.scheduled?.date !== seen.scheduled?.date || row.scheduled?.window !== seen.scheduled?.window;
  if (!isStateNew && !isDateNew) return undefined;
  return {
    ...(isStateNew ? { state: row.state } : {}),
    ...(isDateNew && row.scheduled !== undefined ? { scheduled: row.scheduled } : {}),
  };
}
