import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { metro } from '../../../src/city/metro/metro';
import type { BookingRow } from '../../../src/contract/booking-row';
import type { ProblemDetails } from '../../../src/contract/problem';
import type { BookingId, BookingRequest } from '../../../src/domain/booking/booking';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { applySync } from '../../../src/offline/sync/apply-sync';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { ResidentPhone } from '../../../src/web/resident/shell/phone/phone-context';
import { AREA, makeRow, NOW_MS } from './make-visit';

const request: BookingRequest = {
  recipientIs: 'parent',
  recipient: { name: 'Siti Contoh', birthYear: 1950 },
  needs: [],
  services: makeRow().services,
  answers: {},
  prepared: [],
  place: { area: AREA, street: 'Jalan Contoh 1', rt: '1', rw: '2', landmark: '' },
  preferences: 'any',
  contact: { name: 'Budi Contoh', phone: '+6281200000000', channel: 'call' },
};

/** Makes a phone with an empty real store and a network that is down. */
export function makePhone(): ResidentPhone {
  const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const sync = createSync({ store, fetch: () => Promise.reject(new TypeError('no network')) });
  return { store, sync, city: metro, now: () => NOW_MS, isTimeSure: () => true };
}

/** Makes a phone without a network on which one request is queued. */
export async function makePhoneWithVisit(): Promise<{ phone: ResidentPhone; id: BookingId }> {
  const phone = makePhone();
  const draft = await startDraft(phone.store, NOW_MS, {
    recipientName: 'Siti Contoh',
    street: 'Jalan Contoh 1',
  });
  await queueBooking(phone.store, draft, request, 45, NOW_MS);
  return { phone, id: draft.id };
}

/** Applies what a server would answer to every waiting command: a row, or a refusal. */
export async function takeAnswer(
  phone: ResidentPhone,
  answer: { row?: BookingRow; problem?: ProblemDetails },
): Promise<void> {
  const { store, now } = phone;
  const waiting = await store.outbox.toArray();
  const { row, problem } = answer;
  const results = waiting.map(({ id }) =>
    problem ? ({ id, outcome: 'refused', problem } as const) : ({ id, outcome: 'done' } as const),
  );
  const device = await readDevice(store);
  await applySync(store, device.id, { results, changes: row ? [row] : [] }, now());
}
