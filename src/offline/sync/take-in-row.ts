import type { BookingRow } from '../../contract/booking-row';
import type { BookingId } from '../../domain/booking/booking';
import { givenAnswers } from '../../domain/booking/request-change';
import type { PhoneStore } from '../store/engine/phone-store';
import { openedDevice } from '../store/secret/open-key';
import type { Sealed } from '../store/secret/seal';
import { sealChanged } from '../store/visit/personal';
import { forgetUnread } from '../store/visit/unread-rows';

/**
 * Seals the personal data that the desk changed, before they are written: no transaction can wait for
 * encryption. They are left out where this phone has another key by now; nothing of that answer is written then.
 */
export async function sealDeskChanges(
  store: PhoneStore,
  deviceId: string,
  rows: readonly BookingRow[],
): Promise<ReadonlyMap<BookingId, Sealed>> {
  const sealed = new Map<BookingId, Sealed>();
  const changed = rows.filter(({ changedByDesk }) => changedByDesk !== undefined);
  if (changed.length === 0) return sealed;
  const kept = await store.meta.get('device');
  const device = kept?.key === 'device' && kept.id === deviceId ? openedDevice(store, kept) : undefined;
  if (device === undefined) return sealed;
  for (const { id, changedByDesk } of changed) {
    if (changedByDesk !== undefined) sealed.set(id, await sealChanged(device, id, changedByDesk.request));
  }
  return sealed;
}

/**
 * Keeps the row with the higher revision, since responses may come late and out of order. Of two rows with
 * the same revision the last is kept: a place on the waiting list changes with other people's bookings, and
 * every response reports it again; photos and followers do not change the revision, so that they make
 * nobody's edit at the desk stale. A server of another generation is believed whatever revision it names. What
 * the desk changed comes in sealed, by `sealDeskChanges`. Call in a transaction.
 */
export async function takeIn(
  store: PhoneStore,
  { changedByDesk, ...row }: BookingRow,
  sealedChanged?: Sealed,
): Promise<boolean> {
  // The phone may follow again after it was removed.
  await store.meta.delete(`gone:${row.id}`);
  const visit = await store.bookings.get(row.id);
  const isTold = visit?.isUnconfirmed !== true && visit?.row !== undefined;
  if (isTold && !isNews(visit.row, row)) return false;
  await forgetUnread(store, row.id);
  const known = {
    delivery: 'known',
    isUnconfirmed: undefined,
    row,
    minutes: row.minutes,
    services: row.services,
    area: row.area,
    preferences: row.preferences,
    ...(changedByDesk === undefined || sealedChanged === undefined
      ? {}
      : {
          deskChangedAt: changedByDesk.at,
          answers: givenAnswers(changedByDesk.request),
          sealedChanged,
        }),
  } as const;
  await store.bookings.put(
    visit === undefined
      ? {
          ...known,
          id: row.id,
          queuedAtMs: Date.parse(row.submittedAt),
          answers: {},
          prepared: [],
        }
      : {
          ...visit,
          ...known,
          hasUnread: undefined,
          changedRevision: visit.changedRevision === 0 ? row.revision : visit.changedRevision,
        },
  );
  return true;
}

/**
 * Deletes a visit that this phone may no longer follow. Its number stays for a message, until that is read.
 * Call in a transaction.
 */
export async function letGo(store: PhoneStore, id: BookingId, nowMs: number): Promise<boolean> {
  const visit = await store.bookings.get(id);
  if (visit?.row?.role !== 'follower') return false;
  await store.bookings.delete(id);
  await store.meta.put({ key: `gone:${id}`, number: visit.row.number, atMs: nowMs });
  return true;
}

function isNews(known: BookingRow, row: BookingRow): boolean {
  // A follower's phone became the requester's (another phone's data were transferred here), or the other way
  // round.
  if (row.role !== known.role) return true;
  if (row.revision !== known.revision) return row.revision > known.revision;
  return (
    row.waiting?.place !== known.waiting?.place ||
    JSON.stringify(row.photos) !== JSON.stringify(known.photos) ||
    JSON.stringify(row.followers) !== JSON.stringify(known.followers)
  );
}
