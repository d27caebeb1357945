import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { BookingRequest } from '../../src/domain/booking/booking';
import { changeDraft, listDrafts, readDraft, startDraft } from '../../src/offline/store/draft/drafts';
import { makeId } from '../../src/offline/store/engine/make-id';
import { MIGRATIONS } from '../../src/offline/store/engine/migrations';
import { waitingCount } from '../../src/offline/store/engine/outbox';
import { openPhoneStore, PhoneStore } from '../../src/offline/store/engine/phone-store';
import { storeTrouble } from '../../src/offline/store/engine/store-trouble';
import { watchFollow } from '../../src/offline/store/engine/watch';
import { queueFollow } from '../../src/offline/store/follow/queue-follow';
import { readDevice, readSecret } from '../../src/offline/store/secret/device-key';
import { queueBooking } from '../../src/offline/store/visit/queue-booking';
import { readVisit } from '../../src/offline/store/visit/visits';
import { createSync } from '../../src/offline/sync/create-sync';

const NOW = Date.UTC(2026, 10, 24, 3);
const REQUEST = {
  recipientIs: 'parent',
  recipient: { name: 'Contoh Warga', birthYear: 1950, nik: '1872014101500001' },
  needs: [],
  services: ['ktp-el'],
  answers: {},
  prepared: [],
  place: { area: '18.72.01.1001', street: 'Jalan Contoh 1', rt: '1', rw: '2', landmark: '' },
  preferences: 'any',
  contact: { name: 'Contoh Anak', phone: '+628120000000', channel: 'call' },
} as unknown as BookingRequest;

const openNew = () => openPhoneStore({ name: makeId() });

test('two tabs that open at once get one device secret', async () => {
  const name = makeId();
  const [a, b] = [openPhoneStore({ name }), openPhoneStore({ name })];
  const secrets = await Promise.all([a, b].map(async (store) => readSecret(await readDevice(store))));
  expect(secrets[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(secrets[1]).toBe(secrets[0]);
});

test('different fields of one draft that are written at once are all kept', async () => {
  const store = openNew();
  const { id } = await startDraft(store, NOW);
  await Promise.all([
    changeDraft(store, id, { recipientName: 'Contoh' }, NOW + 1),
    changeDraft(store, id, { street: 'Jalan' }, NOW + 2),
  ]);
  expect(await readDraft(store, id)).toMatchObject({ recipientName: 'Contoh', street: 'Jalan' });
});

test('a draft sent twice at once queues one booking, and a late change does not bring the draft back', async () => {
  const store = openNew();
  const draft = await startDraft(store, NOW);
  await Promise.all([1, 2].map(() => queueBooking(store, draft, REQUEST, 30, NOW)));
  await changeDraft(store, draft.id, { street: 'Jalan' }, NOW);
  expect(await waitingCount(store)).toBe(1);
  expect(await listDrafts(store)).toEqual([]);
});

test.each([
  ['no connection', () => Promise.reject(new TypeError('failed')), 'offline'],
  ['a page of a captive portal', async () => new Response('<html>'), 'server'],
  ['a partly valid answer', async () => Response.json({ version: 1, results: [] }), 'server'],
])('%s leaves the command waiting and the visit kept', async (_, fetch, failure) => {
  const store = openNew();
  const draft = await startDraft(store, NOW);
  await queueBooking(store, draft, REQUEST, 30, NOW);
  const report = await createSync({ store, fetch, locks: null }).syncNow();
  expect(report.failure).toBe(failure);
  expect(await waitingCount(store)).toBe(1);
  expect(await readVisit(store, draft.id)).toMatchObject({ delivery: 'kept', pending: 'submit' });
});

test.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))(
  'version %i is upgraded and its draft is kept',
  async (version) => {
    const name = makeId();
    const old = new PhoneStore(name);
    for (const step of MIGRATIONS.slice(0, version)) old.version(step.version).stores({ ...step.stores });
    const draft = await startDraft(old, NOW, { street: 'Jalan' });
    old.close();
    const store = openPhoneStore({ name });
    expect(await readDraft(store, draft.id)).toEqual(draft);
    expect(await store.availability.count()).toBe(0);
  },
);

test('the database of a newer app is recognised', async () => {
  const name = makeId();
  const newer = new PhoneStore(name);
  newer.version(99).stores({ meta: 'key' });
  await newer.open();
  newer.close();
  const error = await openPhoneStore({ name })
    .open()
    .catch((caught: unknown) => caught);
  expect(storeTrouble(error)).toBe('newer-version');
});

test('a follow is watched while it waits, and what cannot be a token is not queued', async () => {
  const store = openNew();
  expect(await queueFollow(store, 'short', 'Contoh Anak', NOW)).toBeUndefined();
  const id = await queueFollow(store, 'A'.repeat(22), 'Contoh Anak', NOW);
  if (id === undefined) throw new Error('a token of 22 characters was not taken');
  const state = await new Promise((resolve, reject) => watchFollow(store, id, resolve, reject));
  expect(state).toEqual({ is: 'waiting' });
  expect(await waitingCount(store)).toBe(1);
});
