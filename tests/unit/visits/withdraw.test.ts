import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { listDrafts } from '../../../src/offline/store/draft/drafts';
import { markVisitSeen, readVisit } from '../../../src/offline/store/visit/visits';
import { withdrawBooking } from '../../../src/offline/store/visit/withdraw-booking';
import { createSync } from '../../../src/offline/sync/create-sync';
import { makeRow, NOW_MS, TUESDAY } from './make-visit';
import { makePhoneWithVisit, takeAnswer } from './phone-with-visit';

test('a request that never left this phone is a draft again, with all that was typed', async () => {
  const { phone, id } = await makePhoneWithVisit();
  expect(await withdrawBooking(phone.store, id, NOW_MS)).toBe('draft');
  expect(await phone.store.outbox.count()).toBe(0);
  expect(await readVisit(phone.store, id)).toBeUndefined();
  expect((await listDrafts(phone.store)).map((draft) => [draft.id, draft.street])).toEqual([
    [id, 'Jalan Contoh 1'],
  ]);
});

test('a request whose answer was lost is followed by its cancellation', async () => {
  const { phone, id } = await makePhoneWithVisit();
  await phone.sync.syncNow();
  expect(await withdrawBooking(phone.store, id, NOW_MS)).toBe('cancel');
  expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual([
    'submit-booking',
    'cancel-booking',
  ]);
  expect(await listDrafts(phone.store)).toEqual([]);
});

test('a withdrawal during a send cancels what was sent', async () => {
  const { phone, id } = await makePhoneWithVisit();
  const { store } = phone;
  let became: string | undefined;
  const fetch = async (): Promise<Response> => {
    became = await withdrawBooking(store, id, NOW_MS);
    throw new TypeError('failed');
  };
  await createSync({ store, fetch, locks: null }).syncNow();
  expect(became).toBe('cancel');
});

test('a withdrawal and a send that start together either keep a draft or send, never both', async () => {
  for (let run = 0; run < 20; run += 1) {
    const { phone, id } = await makePhoneWithVisit();
    const { store } = phone;
    const sent: string[] = [];
    const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
      sent.push(String(init.body));
      throw new TypeError('failed');
    };
    const sending = createSync({ store, fetch, locks: null }).syncNow();
    // A different number of turns each time lets the two meet in different orders.
    for (let turn = 0; turn < run; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    const became = await withdrawBooking(store, id, NOW_MS);
    await sending;
    const hasLeft = sent.some((body) => body.includes('submit-booking'));
    expect([became, hasLeft]).toEqual(became === 'draft' ? ['draft', false] : ['cancel', true]);
  }
});

test('an attempt that surely never left lets the request be withdrawn', async () => {
  const { phone, id } = await makePhoneWithVisit();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  try {
    await phone.sync.syncNow();
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
  expect(await withdrawBooking(phone.store, id, NOW_MS)).toBe('draft');
});

test('a first date is new, not changed; another date after the first look is changed', async () => {
  const { phone, id } = await makePhoneWithVisit();
  await takeAnswer(phone, { row: makeRow({ id }) });
  expect((await readVisit(phone.store, id))?.changedSince).toBeUndefined();
  await markVisitSeen(phone.store, id);
  const scheduled = { ...TUESDAY, date: '2026-12-03' as typeof TUESDAY.date };
  await takeAnswer(phone, { row: makeRow({ id, revision: 3, scheduled }) });
  expect((await readVisit(phone.store, id))?.changedSince?.scheduled?.date).toBe('2026-12-03');
});
