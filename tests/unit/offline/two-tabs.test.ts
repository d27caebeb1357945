import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { DraftChange } from '../../../src/offline/store/draft/draft';
import {
  changeDraft,
  deleteDraft,
  listDrafts,
  readDraft,
  startDraft,
} from '../../../src/offline/store/draft/drafts';
import { changesNothing, isSameAnswers, withoutArrived } from '../../../src/offline/store/draft/same-answers';
import { type DraftStanding, watchDraft } from '../../../src/offline/store/draft/watch-draft';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { withdrawBooking } from '../../../src/offline/store/visit/withdraw-booking';
import { NOW_MS, newDisk, openTab, request } from './make-phone';

/** Two tabs on one phone; Dexie's cache knows a database by its name alone. */
function openTabs() {
  const disk = { ...newDisk(), name: makeId() };
  return [openTab(disk), openTab(disk)] as const;
}

describe('a draft that is open in two tabs', () => {
  test.each(['sent', 'deleted'] as const)('is %s in one, and the other is told', async (end) => {
    const [one, other] = openTabs();
    const draft = await startDraft(one, NOW_MS, { street: 'Jalan Contoh 1' });
    const seen: DraftStanding[] = [];
    watchDraft(
      other,
      draft.id,
      (standing) => seen.push(standing),
      (error) => expect.fail(String(error)),
    );
    await vi.waitFor(() => expect(seen).toEqual([{ is: 'there', draft, version: 1 }]));
    if (end === 'sent') expect(await queueBooking(one, draft, request, 30, NOW_MS)).toBe('queued');
    else await deleteDraft(one, draft.id);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual({ is: end }));
    expect(await changeDraft(other, draft.id, { street: 'Jalan Lain' }, NOW_MS)).toBeUndefined();
    expect(await listDrafts(other)).toEqual([]);
  });

  test('is not sent with answers that the sending tab has not shown', async () => {
    const [one, other] = openTabs();
    const draft = await startDraft(one, NOW_MS, { street: 'Jalan Contoh 1' });
    expect(await changeDraft(other, draft.id, { street: 'Jalan Lain' }, NOW_MS + 1)).toBe(2);
    expect(await queueBooking(one, draft, request, 30, NOW_MS)).toBe('changed');
    expect([await one.outbox.count(), await one.bookings.count()]).toEqual([0, 0]);
    const shown = await readDraft(one, draft.id);
    if (shown === undefined) throw new Error('the draft is gone');
    expect(shown.street).toBe('Jalan Lain');
    expect(await queueBooking(one, shown, request, 30, NOW_MS)).toBe('queued');
    expect(await queueBooking(other, shown, request, 30, NOW_MS)).toBe('gone');
    expect(await one.outbox.count()).toBe(1);
  });

  test('may stand on another page in the other tab, and comes back when it is withdrawn', async () => {
    const [one, other] = openTabs();
    const draft = await startDraft(one, NOW_MS, { street: 'Jalan Contoh 1' });
    await changeDraft(other, draft.id, { page: 'alamat' }, NOW_MS + 1);
    expect(await queueBooking(one, draft, request, 30, NOW_MS)).toBe('queued');
    const seen: DraftStanding['is'][] = [];
    watchDraft(
      other,
      draft.id,
      ({ is }) => seen.push(is),
      (error) => expect.fail(String(error)),
    );
    await vi.waitFor(() => expect(seen).toEqual(['sent']));
    await withdrawBooking(one, draft.id, NOW_MS);
    await vi.waitFor(() => expect(seen).toEqual(['sent', 'there']));
  });
});

test.each([
  [{ page: 'kontak', savedAtMs: 7 }, true],
  [{ street: 'Jalan Contoh 1' }, true],
  [{ street: 'Jalan Contoh' }, false],
  [{ services: ['kk'] }, false],
  [{ point: undefined }, true],
  [{}, true],
])('%j changes nothing: %s', async (change, isSame) => {
  const [store] = openTabs();
  const draft = await startDraft(store, NOW_MS, { street: 'Jalan Contoh 1' });
  expect(changesNothing(draft, change as never)).toBe(isSame);
});

test('an answer that was taken back in another window is a difference, whichever is compared with which', async () => {
  const [store] = openTabs();
  const draft = await startDraft(store, NOW_MS, { street: 'Jalan Contoh 1', channel: 'call' });
  const { channel: _channel, ...takenBack } = { ...draft, page: 'kontak' };
  expect(isSameAnswers(draft, takenBack)).toBe(false);
  expect(isSameAnswers(takenBack, draft)).toBe(false);
  expect(isSameAnswers(draft, { ...draft, page: 'kontak' })).toBe(true);
});

test.each<[string, DraftChange, DraftChange, DraftChange]>([
  ['is on its way until it arrives', { channel: undefined }, { page: 'kontak' }, { channel: undefined }],
  ['has arrived', { channel: undefined }, { channel: undefined }, {}],
  [
    'was given again over what arrived',
    { channel: 'whatsapp' },
    { channel: undefined },
    { channel: 'whatsapp' },
  ],
  ['was taken back over what arrived', { channel: undefined }, { channel: 'call' }, { channel: undefined }],
])('an answer that was taken back %s', (_what, all, arrived, left) => {
  const still = withoutArrived(all, arrived);
  expect(still).toEqual(left);
  expect(Object.keys(still)).toEqual(Object.keys(left));
});
