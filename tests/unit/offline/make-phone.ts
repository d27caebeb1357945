import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { BookingRow } from '../../../src/contract/booking-row';
import type { SyncResponse } from '../../../src/contract/sync';
import type { BookingId, BookingRequest } from '../../../src/domain/booking/booking';
import type { Draft } from '../../../src/offline/store/draft/draft';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { openPhoneStore, type PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';

export const NOW_MS = Date.parse('2026-11-23T02:00:00Z');
export const NIK = '1872014107500001';

export const request = {
  recipientIs: 'parent',
  recipient: { name: 'Siti Contoh', birthYear: 1950, nik: NIK },
  needs: ['cannot-walk'],
  services: ['kk'],
  answers: {},
  prepared: [],
  place: { area: '18.72.01.1001', street: 'Jalan Contoh 1', rt: '1', rw: '2', landmark: 'Pagar' },
  preferences: 'any',
  contact: { name: 'Budi Contoh', phone: '+6281234567890', channel: 'call' },
} as unknown as BookingRequest;

export type PhoneDisk = { readonly indexedDB: IDBFactory; readonly name: string };

export function newDisk(): PhoneDisk {
  return { indexedDB: new IDBFactory(), name: 'mpp-mobile' };
}

/** Opens a tab of the phone whose data are on `disk`. */
export function openTab(disk: PhoneDisk = newDisk()): PhoneStore {
  return openPhoneStore({ ...disk, IDBKeyRange });
}

/** Types a request and queues it: one draft becomes one waiting visit. */
export async function book(store: PhoneStore): Promise<Draft> {
  const draft = await startDraft(store, NOW_MS, {
    recipientName: 'Siti Contoh',
    nik: NIK,
    street: 'Jalan Contoh 1',
  });
  await queueBooking(store, draft, request, 30, NOW_MS);
  return draft;
}

export function rowOf(id: BookingId, changes: Partial<BookingRow> = {}): BookingRow {
  const row = {
    id,
    number: '12345674',
    role: 'requester',
    state: 'scheduled',
    revision: 1,
    submittedAt: '2026-11-23T02:00:00.000Z',
    changedAt: '2026-11-23T02:00:00.000Z',
    services: request.services,
    area: request.place.area,
    minutes: 30,
    preferences: 'any',
    scheduled: { date: '2026-11-24', window: 'pagi', start: '08:00', end: '11:30' },
    ...changes,
  };
  return row as BookingRow;
}

type Asked = { readonly commands: readonly { readonly id: string; readonly bookingId?: string }[] };

/** Reads the commands of a request, as the server does. */
export function askedOf(init: RequestInit): Asked {
  return JSON.parse(String(init.body));
}

/** Answers that every command is done. */
export function doneAnswer(init: RequestInit, changes: readonly BookingRow[] = []): Response {
  const answer = {
    version: 1,
    serverTime: '2026-11-23T02:00:00.000Z',
    results: askedOf(init).commands.map(({ id }) => ({ id, outcome: 'done' })),
    changes,
    cursor: '7',
    more: false,
    cityRevision: undefined,
  };
  return Response.json(answer satisfies Record<Exclude<keyof SyncResponse, 'callbacks' | 'gone'>, unknown>);
}
