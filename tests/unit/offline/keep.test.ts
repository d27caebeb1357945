import { describe, expect, test } from 'vitest';
import type { ProblemDetails } from '../../../src/contract/problem';
import { changeDraft, listDrafts, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { openCommand } from '../../../src/offline/store/engine/outbox';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { wipePhone } from '../../../src/offline/store/engine/wipe-phone';
import { queueFollow } from '../../../src/offline/store/follow/queue-follow';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { editRefused } from '../../../src/offline/store/visit/edit-refused';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { queueCancel } from '../../../src/offline/store/visit/queue-change';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { applySync } from '../../../src/offline/sync/apply-sync';
import { createSync } from '../../../src/offline/sync/create-sync';
import { fetchAvailability } from '../../../src/offline/sync/fetch-availability';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { book, doneAnswer, NIK, NOW_MS, openTab, request, rowOf } from './make-phone';
import { readAllText } from './read-all-text';

const now = () => NOW_MS;

function senderOf(store: PhoneStore, fetch: Fetch) {
  return createSync({ store, fetch, now, locks: null });
}

function problem(code: ProblemDetails['code']): ProblemDetails {
  return { type: `urn:mpp-mobile:problem:${code}`, title: code, status: 422, code };
}

async function refuse(store: PhoneStore, code: ProblemDetails['code']): Promise<void> {
  const device = await readDevice(store);
  const [sent] = await store.outbox.toArray();
  const command = sent && (await openCommand(device, sent));
  if (command === undefined) throw new Error('no command waits');
  const result = { id: command.id, outcome: 'refused', problem: problem(code) } as const;
  await applySync(store, device.id, { results: [result], changes: [] }, NOW_MS);
}

describe('the NIK', () => {
  test('is ciphertext on the phone until it is sent, and then only its last four digits stay', async () => {
    const store = openTab();
    await book(store);
    expect(await readAllText(store)).toContain(NIK);
    await senderOf(store, async (_url, init) => doneAnswer(init)).syncNow();
    const text = await readAllText(store);
    expect(text).not.toContain(NIK);
    expect(text).toContain(`"nik":"${NIK.slice(-4)}"`);
    expect(await listVisits(store)).toMatchObject([{ delivery: 'known', personal: { nik: NIK.slice(-4) } }]);
  });

  test('is erased too when another tab reads the row before the answer to the booking', async () => {
    const store = openTab();
    const { id } = await book(store);
    const device = await readDevice(store);
    await applySync(store, device.id, { results: [], changes: [rowOf(id)] }, NOW_MS);
    await senderOf(store, async (_url, init) => doneAnswer(init)).syncNow();
    expect(await readAllText(store)).not.toContain(NIK);
  });
});

describe('a refused request', () => {
  test('is a draft again with all that was typed, under its id', async () => {
    const store = openTab();
    const typed = await book(store);
    await refuse(store, 'nik-serial-zero');
    expect(await listVisits(store)).toMatchObject([
      { delivery: 'refused', problem: { code: 'nik-serial-zero' } },
    ]);
    const [one, other] = await Promise.all([editRefused(store, typed.id), editRefused(store, typed.id)]);
    expect(one).toEqual(typed);
    expect(other).toEqual(typed);
    expect(await listDrafts(store)).toEqual([typed]);
    expect(await listVisits(store)).toEqual([]);
    expect(await editRefused(store, typed.id)).toEqual(typed);
    await queueBooking(store, typed, request, 30, NOW_MS);
    expect(await listVisits(store)).toMatchObject([{ id: typed.id, delivery: 'kept', pending: 'submit' }]);
  });

  test('gets a new id where its id belongs to another booking', async () => {
    const store = openTab();
    const typed = await book(store);
    await refuse(store, 'booking-id-taken');
    const draft = await editRefused(store, typed.id);
    expect(draft).toEqual({ ...typed, id: draft.id });
    expect(draft.id).not.toBe(typed.id);
    expect(await listDrafts(store)).toEqual([draft]);
  });

  test('accepts no further command', async () => {
    const store = openTab();
    const { id } = await book(store);
    await refuse(store, 'service-unknown');
    await queueCancel(store, id, '', NOW_MS);
    expect(await store.outbox.count()).toBe(0);
  });
});

describe('a wiped phone', () => {
  const rowsLeft = async (store: PhoneStore) =>
    (await Promise.all(store.tables.map((table) => table.count()))).reduce((sum, count) => sum + count, 0);

  test('stays empty when the answer to what it sent arrives later', async () => {
    const store = openTab();
    const { id } = await book(store);
    let answer: (response: Response) => void = () => undefined;
    let asked: RequestInit = {};
    const isAsked = new Promise<void>((resolve) => {
      const fetch: Fetch = (_url, init) => {
        asked = init;
        resolve();
        return new Promise((arrive) => {
          answer = arrive;
        });
      };
      void senderOf(store, fetch).syncNow();
    });
    await isAsked;
    await wipePhone(store);
    answer(doneAnswer(asked, [rowOf(id)]));
    const after = senderOf(store, () => Promise.reject(new Error('nothing may be asked')));
    expect(await after.syncNow()).toEqual({ done: 0, refused: 0, changes: 0 });
    expect(await rowsLeft(store)).toBe(0);
  });

  test('keeps nothing that was being saved at that moment', async () => {
    const store = openTab();
    const sent = await book(store);
    const draft = await startDraft(store, NOW_MS);
    await Promise.all([
      changeDraft(store, draft.id, { nik: NIK }, NOW_MS),
      queueBooking(store, draft, request, 30, NOW_MS),
      queueCancel(store, sent.id, '', NOW_MS),
      queueFollow(store, 'a'.repeat(22), 'Contoh Anak', NOW_MS),
      wipePhone(store),
    ]);
    for (const table of ['drafts', 'bookings', 'outbox'])
      expect(await store.table(table).toArray(), table).toEqual([]);
  });

  test('keeps no windows asked for at that moment, and no draft that cannot be read', async () => {
    const store = openTab();
    await book(store);
    let answer: (response: Response) => void = () => undefined;
    const fetch: Fetch = () =>
      new Promise((arrive) => {
        answer = arrive;
      });
    const windows = fetchAvailability(
      store,
      { area: '18.72.01.1001' as never, minutes: 30, services: [] },
      { fetch, now },
    );
    await Promise.all([startDraft(store, NOW_MS, { nik: NIK }), wipePhone(store)]);
    answer(Response.json({ area: '18.72.01.1001', readAt: '2026-11-23T02:00:00.000Z', windows: [] }));
    expect(await windows).toMatchObject({ isFresh: true });
    expect(await store.availability.count()).toBe(0);
    // The draft or the wipe may have come first; a draft that is there can be read.
    expect(await listDrafts(store)).toHaveLength(await store.drafts.count());
  });

  test('has another secret, and keeps new drafts', async () => {
    const store = openTab();
    const before = await readDevice(store);
    await wipePhone(store);
    const after = await readDevice(store);
    expect(after.id).not.toBe(before.id);
    expect(await readDraft(store, (await startDraft(store, NOW_MS, { nik: '1' })).id)).toMatchObject({
      nik: '1',
    });
  });
});
