import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSyncResponse } from '../../src/contract/parse-answer';
import type { BookingRequest } from '../../src/domain/booking/booking';
import { readDevice, readSecret } from '../../src/offline/store/device-key';
import { startDraft } from '../../src/offline/store/drafts';
import { makeId } from '../../src/offline/store/make-id';
import { waitingCount } from '../../src/offline/store/outbox';
import { openPhoneStore, type PhoneStore } from '../../src/offline/store/phone-store';
import { queueBooking } from '../../src/offline/store/queue-booking';
import { queueCancel } from '../../src/offline/store/queue-change';
import { listVisits } from '../../src/offline/store/visits';
import { createSync } from '../../src/offline/sync/create-sync';
import type { Fetch } from '../../src/offline/sync/fetch-in-time';
import { makeSubmission, makeTestApp, NOW, type TestApp } from '../support/test-app';

type Fate = 'arrives' | 'lost-before' | 'lost-after' | 'twice';
const fate = fc.constantFrom<Fate>('arrives', 'lost-before', 'lost-after', 'twice');
const phonePlan = fc.record({
  cancels: fc.array(fc.boolean(), { minLength: 1, maxLength: 2 }),
  fates: fc.array(fate, { maxLength: 6 }),
});

/** The real app behind a bad connection; once the fates are used up everything arrives. */
function fetchThrough({ app }: TestApp, fates: Fate[]): Fetch {
  return async (url, init) => {
    const now = fates.shift() ?? 'arrives';
    if (now === 'lost-before') throw new TypeError('lost on the way there');
    const send = () =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...(init.headers as Record<string, string>) },
        payload: String(init.body),
      });
    if (now === 'twice') await Promise.all([send(), send()]);
    const answer = await send();
    if (now === 'lost-after') throw new TypeError('lost on the way back');
    return new Response(answer.body, { status: answer.statusCode });
  };
}

async function bookAll(store: PhoneStore, cancels: readonly boolean[]): Promise<void> {
  for (const isCancelled of cancels) {
    const draft = await startDraft(store, NOW);
    await queueBooking(store, draft, makeSubmission().request as unknown as BookingRequest, 30, NOW);
    if (isCancelled) await queueCancel(store, draft.id, '', NOW);
  }
}

async function serverRows({ app }: TestApp, store: PhoneStore) {
  const secret = await readSecret(await readDevice(store));
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Device ${secret}` },
    payload: { version: 1, cursor: null, commands: [] },
  });
  return parseSyncResponse(answer.json())?.changes;
}

test('any loss, repetition and concurrency ends with phones and server agreeing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(phonePlan, { minLength: 2, maxLength: 4 }), async (plans) => {
      const server = await makeTestApp();
      try {
        const phones = plans.map((plan) => {
          const store = openPhoneStore({ name: makeId() });
          const fetch = fetchThrough(server, [...plan.fates]);
          const tabs = [1, 2].map(() => createSync({ store, fetch, now: () => NOW, locks: passThrough }));
          return { store, tabs, plan };
        });
        await Promise.all(phones.map(({ store, plan }) => bookAll(store, plan.cancels)));
        for (let round = 0; round < 8; round += 1) {
          await Promise.all(phones.flatMap(({ tabs }) => tabs.map((tab) => tab.syncNow())));
        }
        for (const { store, plan } of phones) {
          const visits = await listVisits(store);
          expect(await waitingCount(store)).toBe(0);
          expect(visits.map((visit) => visit.delivery)).toEqual(plan.cancels.map(() => 'known'));
          const rows = (await serverRows(server, store)) ?? [];
          const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
          expect(visits.map(({ row }) => row && { id: row.id, state: row.state }).sort(byIdOf)).toEqual(
            rows.map(({ id, state }) => ({ id, state })).sort(byId),
          );
          const cancelled = rows.filter((row) => row.state === 'cancelled').length;
          expect(cancelled).toBe(plan.cancels.filter(Boolean).length);
          store.close();
        }
      } finally {
        await server.close();
      }
    }),
    { numRuns: 15 },
  );
});

/** No lock at all: the worst case, in which two tabs really send at once. */
const passThrough = { request: <Result>(_: string, run: () => Promise<Result>) => run() };

function byIdOf(a: { id: string } | undefined, b: { id: string } | undefined): number {
  return String(a?.id).localeCompare(String(b?.id));
}
