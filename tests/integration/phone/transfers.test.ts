import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BookingId, BookingRequest } from '../../../src/domain/booking/booking';
import { listDrafts, startDraft } from '../../../src/offline/store/draft/drafts';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { addPerson, listFamily } from '../../../src/offline/store/family/people';
import { EMPTY_PERSON } from '../../../src/offline/store/family/person';
import { queueFollow } from '../../../src/offline/store/follow/queue-follow';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { queueCancel } from '../../../src/offline/store/visit/queue-change';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { sendOutbox } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import type { TransferDependencies } from '../../../src/offline/transfer/ask-transfer';
import { giveTransfer } from '../../../src/offline/transfer/give-transfer';
import { findTransfer, resumeTransfer, takeTransfer } from '../../../src/offline/transfer/take-transfer';
import type { TransferLink } from '../../../src/offline/transfer/transfer-link';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { forgetTransfers } from '../../../src/server/jobs/phone/forget-transfers';
import { makeRequest, makeTestApp, NOW } from '../../support/test-app';

const MINUTE_MS = 60_000;

type Fate = 'arrives' | 'lost-before' | 'lost-after';

let server: { app: FastifyInstance; context: ServerContext; close: () => Promise<void> };
let nowMs = NOW;

beforeEach(async () => {
  nowMs = NOW;
  server = await makeTestApp(undefined, () => nowMs);
});
afterEach(() => server.close());

function newPhone() {
  const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const state: { fate: Fate; at: string } = { fate: 'arrives', at: '' };
  const fetch: Fetch = async (url, init) => {
    const isHit = state.at !== '' && `${init.method} ${url}`.includes(state.at);
    if (isHit && state.fate === 'lost-before') throw new TypeError('lost on the way to the server');
    const { headers, body, method } = init;
    const answer = await server.app.inject({
      method: method as 'GET' | 'PUT' | 'POST',
      url,
      headers: { ...(headers as Record<string, string>) },
      ...(body === undefined ? {} : { payload: String(body) }),
    });
    if (isHit && state.fate === 'lost-after') throw new TypeError('lost on the way back');
    return new Response(answer.body, { status: answer.statusCode });
  };
  const parts: TransferDependencies = { store, fetch, baseUrl: '' };
  const sync = () =>
    sendOutbox({ store, fetch, baseUrl: '', now: () => nowMs, resume: () => resumeTransfer(parts) });
  return { store, parts, state, sync };
}

type Phone = ReturnType<typeof newPhone>;

async function book({ store, sync }: Phone, name = 'Contoh Ibu'): Promise<BookingId> {
  const draft = await startDraft(store, nowMs, { recipientName: name });
  const request = { ...makeRequest(), recipient: { name, birthYear: 1950 } };
  await queueBooking(store, draft, request as unknown as BookingRequest, 30, nowMs);
  await sync();
  return draft.id;
}

async function give(phone: Phone): Promise<TransferLink> {
  const given = await giveTransfer(phone.parts);
  if (given.is === 'failed') throw new Error(given.why);
  return given.link;
}

async function take(phone: Phone, link: TransferLink) {
  const found = await findTransfer(phone.parts, link);
  return found.is === 'failed' ? found : takeTransfer(phone.parts, link, found.data);
}

/** Lists which of the phones are in charge of the visit: it may only be one. */
async function inCharge(id: BookingId, ...phones: readonly Phone[]): Promise<number[]> {
  const able: number[] = [];
  // A new phone goes on with what it began, and the old phone may hear of that only then.
  for (const { sync } of phones) await sync();
  for (const [index, { sync, store }] of phones.entries()) {
    await sync();
    if ((await store.meta.get('moved')) !== undefined) continue;
    if ((await listVisits(store)).some((visit) => visit.id === id && visit.row?.role === 'requester')) {
      able.push(index);
    }
  }
  return able;
}

describe('a transfer to a new phone', () => {
  test('brings drafts, people and visits with their personal data, and ends the old phone', async () => {
    const old = newPhone();
    const next = newPhone();
    const id = await book(old);
    await startDraft(old.store, nowMs, { recipientName: 'Isian Lama' });
    await addPerson(old.store, { ...EMPTY_PERSON, recipientIs: 'self', name: 'Contoh Budi' }, nowMs);
    expect(await take(next, await give(old))).toEqual({ is: 'done' });
    await next.sync();
    expect(await listVisits(next.store)).toMatchObject([
      { id, row: { role: 'requester' }, personal: { recipientName: 'Contoh Ibu' } },
    ]);
    expect((await listVisits(next.store))[0]?.personal?.followToken).toMatch(/^.{22}$/);
    expect(await listDrafts(next.store)).toMatchObject([{ recipientName: 'Isian Lama' }]);
    expect(await listFamily(next.store)).toMatchObject([{ recipientIs: 'self', name: 'Contoh Budi' }]);
    expect((await old.sync()).failure).toBe('moved');
    expect(await old.store.meta.get('moved')).toMatchObject({ key: 'moved' });
    // The old phone keeps its data until its owner wipes it.
    expect(await listDrafts(old.store)).toHaveLength(1);
    await queueCancel(next.store, id, '', nowMs);
    await next.sync();
    expect((await listVisits(next.store))[0]?.row?.state).toBe('cancelled');
  });

  test('merges into a phone that keeps something, and overwrites nothing', async () => {
    const old = newPhone();
    const next = newPhone();
    const transferred = await book(old);
    const own = await book(next, 'Contoh Nenek');
    const token = (await listVisits(old.store))[0]?.personal?.followToken ?? '';
    await queueFollow(next.store, token, 'Contoh Anak', nowMs);
    await next.sync();
    const self = { ...EMPTY_PERSON, recipientIs: 'self' as const };
    await addPerson(next.store, { ...self, name: 'Contoh Anak', phone: '0812' }, nowMs);
    await addPerson(old.store, { ...self, name: 'Contoh Ibu', phone: '0813' }, nowMs);
    await startDraft(next.store, nowMs, { recipientName: 'Isian Baru' });
    expect(await take(next, await give(old))).toEqual({ is: 'done' });
    await next.sync();
    const visits = await listVisits(next.store);
    expect(visits.map(({ id, row, personal }) => [id, row?.role, personal?.recipientName]).sort()).toEqual(
      [
        [transferred, 'requester', 'Contoh Ibu'],
        [own, 'requester', 'Contoh Nenek'],
      ].sort(),
    );
    expect(visits.find(({ id }) => id === transferred)?.row?.followers).toBeUndefined();
    expect(await listFamily(next.store)).toMatchObject([
      { recipientIs: 'self', name: 'Contoh Anak', phone: '0812' },
      { recipientIs: 'family', name: 'Contoh Ibu', phone: '' },
    ]);
    expect(await listDrafts(next.store)).toHaveLength(1);
  });

  test.each(['PUT /api/moves', 'GET /api/moves', '/take', 'POST /api/sync'])(
    'leaves one phone in charge when %s is lost, there or back, and goes on',
    async (at) => {
      for (const fate of ['lost-before', 'lost-after'] as const) {
        const old = newPhone();
        const next = newPhone();
        const id = await book(old);
        old.state.at = next.state.at = at;
        old.state.fate = next.state.fate = fate;
        const given = await giveTransfer(old.parts);
        const first = given.is === 'open' ? await take(next, given.link) : given;
        expect(first.is).toBe(at === 'POST /api/sync' ? 'done' : 'failed');
        old.state.at = next.state.at = '';
        expect(await inCharge(id, old, next)).toHaveLength(1);
        if (given.is === 'open') {
          // The new phone goes on by itself where it had begun; otherwise the link is opened again.
          await take(next, given.link);
        } else {
          await take(next, await give(old));
        }
        expect(await inCharge(id, old, next)).toEqual([1]);
        expect((await listVisits(next.store))[0]?.personal?.recipientName).toBe('Contoh Ibu');
      }
    },
  );

  test('is taken once, within its time, by another phone, and cannot be read on the server', async () => {
    const old = newPhone();
    const id = await book(old);
    const link = await give(old);
    expect(await findTransfer(old.parts, link)).toEqual({ is: 'failed', why: 'same' });
    const kept = await server.context.db.selectFrom('moves').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(link.id);
    expect(kept[0]?.sealed.toString('latin1')).not.toContain('Contoh Ibu');
    const wrongKey = { ...link, key: 'A'.repeat(43) };
    expect(await findTransfer(newPhone().parts, wrongKey)).toEqual({ is: 'failed', why: 'unreadable' });
    const second = await give(old);
    expect(await findTransfer(newPhone().parts, link)).toEqual({ is: 'failed', why: 'gone' });
    nowMs += 15 * MINUTE_MS;
    expect(await findTransfer(newPhone().parts, second)).toEqual({ is: 'failed', why: 'gone' });
    await forgetTransfers(server.context);
    expect(await server.context.db.selectFrom('moves').selectAll().execute()).toEqual([]);
    const third = await give(old);
    const [next, late] = [newPhone(), newPhone()];
    const found = await findTransfer(late.parts, third);
    expect(await take(next, third)).toEqual({ is: 'done' });
    expect(found.is === 'found' && (await takeTransfer(late.parts, third, found.data))).toEqual({
      is: 'failed',
      why: 'gone',
    });
    expect(await inCharge(id, old, next, late)).toEqual([1]);
    expect(await listVisits(late.store)).toEqual([]);
    expect(await server.context.db.selectFrom('moves').selectAll().execute()).toEqual([]);
    // The second phone transfers everything on to a third.
    const last = newPhone();
    expect(await take(last, await give(next))).toEqual({ is: 'done' });
    expect(await inCharge(id, old, next, last)).toEqual([2]);
  });

  test('does not begin while something waits to be sent', async () => {
    const old = newPhone();
    const id = await book(old);
    await queueCancel(old.store, id, '', nowMs);
    expect(await giveTransfer(old.parts)).toEqual({ is: 'failed', why: 'unsent' });
    await old.sync();
    expect((await giveTransfer(old.parts)).is).toBe('open');
  });

  test('neither does nor loses a command that is under way meanwhile', async () => {
    const old = newPhone();
    const next = newPhone();
    const id = await book(old);
    const link = await give(old);
    await queueCancel(old.store, id, '', nowMs);
    await take(next, link);
    expect((await old.sync()).failure).toBe('moved');
    expect(await old.store.outbox.count()).toBe(1);
    await next.sync();
    expect((await listVisits(next.store))[0]?.row?.state).not.toBe('cancelled');
  });
});
