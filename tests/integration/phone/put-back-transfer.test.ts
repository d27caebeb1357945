import 'fake-indexeddb/auto';
import { afterAll, describe, expect, test } from 'vitest';
import { GENERATION_HEADER } from '../../../src/contract/generation';
import type { SyncResponse } from '../../../src/contract/sync';
import { CONTRACT_VERSION } from '../../../src/contract/version';
import { makeId } from '../../../src/offline/store/engine/make-id';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { queueFollow } from '../../../src/offline/store/follow/queue-follow';
import { sha256 } from '../../../src/offline/store/secret/base64url';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { queueCancel } from '../../../src/offline/store/visit/queue-change';
import { giveTransfer } from '../../../src/offline/transfer/give-transfer';
import { findTransfer, takeTransfer } from '../../../src/offline/transfer/take-transfer';
import { engines, startDatabases } from '../../support/databases';
import { type PutBackCity, startPutBackCity } from '../../support/put-back-city';
import { bookingsIn, othersBook, phoneAt, SERVICE } from '../../support/put-back-phone';
import { MONDAY_9 } from '../../support/test-server';
import { NOW_MS, request } from '../../unit/offline/make-phone';

const HOUR_MS = 60 * 60_000;

/** Sends a request for a visit under the id of another, and returns the code of the refusal. */
async function submitFrom(city: PutBackCity, store: PhoneStore, sent: object): Promise<string | undefined> {
  const command = { id: makeId(), madeAt: new Date(NOW_MS).toISOString(), name: 'submit-booking', ...sent };
  const generation = await store.meta.get('generation');
  const known = generation?.key === 'generation' ? generation.id : '';
  const answer = await city.fetch('/api/sync', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Device ${await readSecret(await readDevice(store))}`,
      [GENERATION_HEADER]: known,
    },
    body: JSON.stringify({ version: CONTRACT_VERSION, cursor: null, commands: [command] }),
  });
  const { results } = (await answer.json()) as SyncResponse;
  const [result] = results;
  return result?.outcome === 'refused' ? result.problem.code : result?.outcome;
}

describe.each(engines)('a transfer that a restore has forgotten, on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('a phone to which everything was transferred since the backup owns its visits again', async () => {
    const city = await startPutBackCity(databases, MONDAY_9);
    const old = phoneAt(city);
    const id = await old.book();
    await old.sync();
    const token = String((await old.visit(id)).personal?.followToken);
    await city.backUp();
    const next = phoneAt(city);
    const partsOf = ({ store }: { store: typeof old.store }) => ({ store, fetch: city.fetch, baseUrl: '' });
    const given = await giveTransfer(partsOf(old));
    if (given.is === 'failed') throw new Error(given.why);
    const found = await findTransfer(partsOf(next), given.link);
    if (found.is === 'failed') throw new Error(found.why);
    expect(await takeTransfer(partsOf(next), given.link, found.data)).toEqual({ is: 'done' });
    await next.sync();
    expect((await next.visit(id)).row?.role).toBe('requester');

    city.setClock(MONDAY_9 + HOUR_MS);
    await city.putBack();
    await othersBook(city, 4);
    // Whoever has only the link, or another's data, stays a follower.
    const thief = phoneAt(city);
    await queueFollow(thief.store, token, 'Orang lain', NOW_MS);
    await thief.sync();
    const sent = { bookingId: id, followHash: await sha256(token) };
    const others = {
      ...request,
      services: [SERVICE],
      contact: { ...request.contact, phone: '+6281299999999' },
    };
    expect(await submitFrom(city, thief.store, { ...sent, request: others })).toBe('booking-id-taken');
    const copied = { ...request, services: [SERVICE] };
    const noLink = { bookingId: id, followHash: await sha256('x'), request: copied };
    expect(await submitFrom(city, thief.store, noLink)).toBe('booking-id-taken');

    await next.sync();
    const after = await next.visit(id);
    expect(after).toMatchObject({ delivery: 'known', row: { role: 'requester', state: 'scheduled' } });
    expect(after.problem).toBeUndefined();
    expect(await bookingsIn(city)).toBe(1 + 4);
    await queueCancel(next.store, id, '', NOW_MS);
    await next.sync();
    expect((await next.visit(id)).row?.state).toBe('cancelled');
    // Of a booking made after the restore nobody takes another's, whatever he knows.
    const fresh = phoneAt(city);
    city.setClock(MONDAY_9 + 2 * HOUR_MS);
    const late = await fresh.book();
    await fresh.sync();
    const lateHash = await sha256(String((await fresh.visit(late)).personal?.followToken));
    const known = { bookingId: late, followHash: lateHash, request: copied };
    expect(await submitFrom(city, thief.store, known)).toBe('booking-id-taken');
    await city.stop();
  });
});
