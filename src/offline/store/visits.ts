import type { BookingId } from '../../domain/booking/booking';
import type { BookingEntry } from './entries';
import type { PhoneStore } from './phone-store';
import { unseal } from './seal';
import type { SealedBooking } from './sealed-booking';
import type { Visit, VisitPersonal } from './visit';

/** All visits of this phone, the one asked for last first. */
export async function listVisits(store: PhoneStore): Promise<Visit[]> {
  const entries = await store.bookings.orderBy('queuedAtMs').reverse().toArray();
  return showVisits(store, entries);
}

export async function readVisit(store: PhoneStore, id: BookingId): Promise<Visit | undefined> {
  const entry = await store.bookings.get(id);
  return entry === undefined ? undefined : showVisit(store, entry);
}

/** The screen showed the visit as it is now: nothing has changed since. */
export async function markVisitSeen(store: PhoneStore, id: BookingId): Promise<void> {
  await store.bookings
    .where('id')
    .equals(id)
    .modify((entry) => {
      if (entry.row !== undefined) Object.assign(entry, { seenRow: entry.row });
    });
}

/** Decrypts the rows a live query gave; never inside its transaction. */
export async function showVisits(store: PhoneStore, entries: readonly BookingEntry[]): Promise<Visit[]> {
  return Promise.all(entries.map((entry) => showVisit(store, entry)));
}

export async function showVisit(store: PhoneStore, entry: BookingEntry): Promise<Visit> {
  const own = entry.sealed === undefined ? undefined : await unseal<SealedBooking>(store, entry.sealed);
  const { row } = entry;
  const source = own?.request ?? row;
  if (source === undefined) throw new Error('a visit without its own data or a row');
  return {
    id: entry.id,
    delivery: entry.delivery,
    queuedAtMs: entry.queuedAtMs,
    services: source.services,
    area: own?.request.place.area ?? row?.area ?? failArea(),
    preferences: source.preferences,
    answers: own?.request.answers ?? {},
    prepared: own?.request.prepared ?? [],
    minutes: own?.minutes ?? row?.minutes ?? 0,
    personal: own === undefined ? undefined : personalOf(own),
    row,
    problem: entry.problem,
    pending: entry.pending,
    pendingChoice: entry.pendingChoice,
    changedSince: changedSince(entry),
  };
}

function failArea(): never {
  throw new Error('a visit without an area');
}

function personalOf({ request, followToken }: SealedBooking): VisitPersonal {
  const { recipient, place, contact } = request;
  return {
    recipientName: recipient.name,
    birthYear: recipient.birthYear,
    nik: recipient.nik,
    street: place.street,
    rt: place.rt,
    rw: place.rw,
    landmark: place.landmark,
    contactName: contact.name,
    contactPhone: contact.phone,
    followToken,
  };
}

function changedSince({ row, seenRow }: BookingEntry): Visit['changedSince'] {
  if (row === undefined || seenRow === undefined || row.revision === seenRow.revision) return undefined;
  return {
    state: seenRow.state,
    ...(seenRow.scheduled === undefined ? {} : { scheduled: seenRow.scheduled }),
  };
}
