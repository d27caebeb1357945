import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { RequirementId } from '../../../src/domain/catalogue/service';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { addPhoto, removePhoto } from '../../../src/offline/store/photo/photos';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { readVisit } from '../../../src/offline/store/visit/visits';
import { createPhotoSync } from '../../../src/offline/sync/create-photo-sync';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { digestOf, makeJpeg } from '../../support/pictures';
import { makeTestApp, NOW, type TestApp } from '../../support/test-app';
import { NOW_MS, openTab, request } from '../../unit/offline/make-phone';

const KTP = metro.catalogue.requirements[0]?.id as RequirementId;
const locks = { request: <Result>(_name: string, run: () => Promise<Result>) => run() };

let server: TestApp;
let online: Fetch;
const sent: string[] = [];

beforeAll(async () => {
  server = await makeTestApp({ syncsPerDevice: 1e6, photosPerDevice: 1e6, requestsPerAddress: 1e6 });
  online = async (url, init) => {
    const { method, headers, body } = init;
    sent.push(`${method} ${url.split('/', 3).join('/')}`);
    const payload = body instanceof Uint8Array ? Buffer.from(body) : body;
    const answer = await server.app.inject({
      method: method === 'PUT' ? 'PUT' : 'POST',
      url,
      headers: { ...(headers as Record<string, string>) },
      ...(payload ? { payload: payload as string | Buffer } : {}),
    });
    const { 'retry-after': retryAfter } = answer.headers;
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    });
  };
});
afterAll(() => server.close());

/** Loses one of every five requests on the way, and the answer of another. */
function flapping(): Fetch {
  let count = 0;
  return async (url, init) => {
    count += 1;
    if (count % 5 === 1) throw new TypeError('no connection');
    const answer = await online(url, init);
    if (count % 5 === 3) throw new TypeError('connection lost');
    return answer;
  };
}

async function book(store: PhoneStore) {
  const draft = await startDraft(store, NOW_MS);
  const services = [metro.catalogue.services.find(({ equipment }) => equipment.length === 0)?.id];
  return { draft, queue: () => queueBooking(store, draft, { ...request, services } as never, 30, NOW_MS) };
}

async function sendAll(store: PhoneStore, fetch: Fetch): Promise<void> {
  const options = { store, fetch, locks, now: () => NOW, connection: () => 'unknown' as const };
  const bookings = createSync(options);
  const photos = createPhotoSync(options);
  for (let round = 0; round < 1_000; round += 1) {
    const failures = [(await bookings.syncNow()).failure, (await photos.syncNow()).failure];
    const isWaiting = (await store.outbox.count()) > 0 || failures.some((failure) => failure !== undefined);
    const isKept = (await store.photos.where('id').above('').toArray()).some(
      ({ status }) => status === 'kept',
    );
    if (!isWaiting && !isKept) return;
  }
}

test('30 photos queued offline and sent over a flapping connection arrive once each', async () => {
  const store = openTab();
  const digests: string[] = [];
  for (let visit = 0; visit < 3; visit += 1) {
    const { draft, queue } = await book(store);
    for (let count = 0; count < 10; count += 1) {
      // Noise does not compress, so each photo takes more than one part.
      const jpeg = await makeJpeg({ width: 500, height: 400, quality: 80 });
      digests.push(digestOf(jpeg));
      const bytes = new Uint8Array(jpeg);
      await addPhoto(store, { bookingId: draft.id, requirementId: KTP, bytes }, NOW_MS + count);
    }
    await queue();
  }
  expect(await store.photoBytes.count()).toBe(30);
  await sendAll(store, flapping());

  const rows = await store.photos.toArray();
  expect(rows.map(({ status }) => status)).toEqual(Array(30).fill('sent'));
  // They stay until their visits are over, for a server that is put back to a backup.
  expect(await store.photoBytes.count()).toBe(30);
  const kept = await server.context.db.selectFrom('photos').select('sha256').execute();
  expect(kept.map(({ sha256 }) => sha256).sort()).toEqual([...digests].sort());
  const told = (await store.bookings.toArray()).flatMap(({ row }) => row?.photos ?? []);
  expect(told.map(({ photo }) => photo).sort()).toEqual([...digests].sort());
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['received']));
});

test('the booking is sent first, and a file that is no photo is refused in words and stops no other', async () => {
  const store = openTab();
  const { draft, queue } = await book(store);
  const script = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  const good = new Uint8Array(await makeJpeg());
  await addPhoto(store, { bookingId: draft.id, requirementId: KTP, bytes: script }, NOW_MS);
  await addPhoto(store, { bookingId: draft.id, requirementId: KTP, bytes: good }, NOW_MS + 1);
  sent.length = 0;
  await createPhotoSync({ store, fetch: online, locks, now: () => NOW }).syncNow();
  // A draft's photos wait for its booking.
  expect(sent).toEqual([]);
  await queue();
  await createPhotoSync({ store, fetch: online, locks, now: () => NOW }).syncNow();
  expect(sent).toEqual([]);
  await sendAll(store, online);
  expect(sent[0]).toBe('POST /api/sync');
  expect((await store.photos.toArray()).map(({ status, problem }) => [status, problem?.code])).toEqual([
    ['refused', 'photo-not-an-image'],
    ['sent', undefined],
  ]);
  expect((await readVisit(store, draft.id))?.delivery).toBe('known');
});

test('a sent photo that is removed is removed on the server too', async () => {
  const store = openTab();
  const { draft, queue } = await book(store);
  const bytes = new Uint8Array(await makeJpeg());
  const added = await addPhoto(store, { bookingId: draft.id, requirementId: KTP, bytes }, NOW_MS);
  await queue();
  await sendAll(store, online);
  if (added.is !== 'added') throw new Error('not added');
  await removePhoto(store, added.id, NOW_MS);
  await sendAll(store, online);
  expect(await store.photos.count()).toBe(0);
  expect((await readVisit(store, draft.id))?.row?.photos ?? []).toEqual([]);
});
