import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { BookingId } from '../../../src/domain/booking/booking';
import { MAX_PHOTOS_PER_BOOKING } from '../../../src/domain/photo/photo';
import { deleteDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { wipePhone } from '../../../src/offline/store/engine/wipe-phone';
import type { PhotoRow } from '../../../src/offline/store/photo/photo';
import { addPhoto, readPhotoBytes, removePhoto, urgePhotos } from '../../../src/offline/store/photo/photos';
import {
  type Connection,
  chooseWifiOnly,
  forgetIdlePhotos,
  readReadyPhotos,
} from '../../../src/offline/store/photo/ready-photos';
import { forgetSentBytes } from '../../../src/offline/store/photo/sent-bytes';
import { editRefused } from '../../../src/offline/store/visit/edit-refused';
import { withdrawBooking } from '../../../src/offline/store/visit/withdraw-booking';
import { createPhotoSync } from '../../../src/offline/sync/create-photo-sync';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { askedOf, book, doneAnswer, NOW_MS, openTab, rowOf } from './make-phone';

const locks = { request: <Result>(_name: string, run: () => Promise<Result>) => run() };

/** Makes other bytes for each seed, long enough for more than one part. */
function picture(seed: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(100_000).map((_, at) => (at * 7 + seed * 13) % 251);
}

async function add(store: PhoneStore, bookingId: BookingId, seed = 1) {
  const photo = { bookingId, requirementId: 'ktp' as never, bytes: picture(seed) };
  return addPhoto(store, photo, NOW_MS + seed);
}

async function onlyPhoto(store: PhoneStore): Promise<PhotoRow> {
  const [photo] = await store.photos.toArray();
  if (photo === undefined) throw new Error('no photo');
  return photo;
}

/** Makes a visit that the server knows, with one waiting photo. */
async function knownVisit(): Promise<{ store: PhoneStore; id: BookingId }> {
  const store = openTab();
  const { id } = await book(store);
  await add(store, id);
  const fetch: Fetch = async (_url, init) => doneAnswer(init, [rowOf(id)]);
  await createSync({ store, fetch, locks, now: () => NOW_MS }).syncNow();
  return { store, id };
}

const ready = async (store: PhoneStore, connection: Connection = 'unknown') =>
  (await readReadyPhotos(store, connection)).length;

const problem = (code: string, status: number, more = {}) =>
  Response.json({ type: `urn:mpp-mobile:problem:${code}`, title: code, status, code, ...more }, { status });

describe('a photo on this phone', () => {
  test('is ciphertext, opens again, and is gone after a wipe', async () => {
    const store = openTab();
    const { id } = await startDraft(store, NOW_MS);
    await add(store, id);
    const [kept] = await store.photoBytes.toArray();
    const inClear = Buffer.from(picture(1)).subarray(0, 64);
    expect(Buffer.from(kept?.sealed.bytes ?? new ArrayBuffer(0)).includes(inClear)).toBe(false);
    expect(await readPhotoBytes(store, (await onlyPhoto(store)).id)).toEqual(picture(1));
    await wipePhone(store);
    expect([await store.photos.count(), await store.photoBytes.count()]).toEqual([0, 0]);
  });

  test('is kept once, and no more are kept than the server accepts', async () => {
    const store = openTab();
    const { id } = await startDraft(store, NOW_MS);
    await add(store, id);
    expect(await add(store, id)).toEqual({ is: 'already-there' });
    for (let seed = 2; seed <= MAX_PHOTOS_PER_BOOKING; seed += 1) {
      expect((await add(store, id, seed)).is).toBe('added');
    }
    expect(await add(store, id, 99)).toEqual({ is: 'too-many' });
    const insteadOf = (await onlyPhoto(store)).id;
    const photo = { bookingId: id, requirementId: 'ktp' as never, bytes: picture(99), insteadOf };
    expect((await addPhoto(store, photo, NOW_MS)).is).toBe('added');
    expect(await store.photos.count()).toBe(MAX_PHOTOS_PER_BOOKING);
  });

  test('is deleted with its draft, and stays with a withdrawn request', async () => {
    const store = openTab();
    const { id } = await book(store);
    await add(store, id);
    expect(await withdrawBooking(store, id, NOW_MS)).toBe('draft');
    await forgetIdlePhotos(store);
    expect(await store.photos.count()).toBe(1);
    await deleteDraft(store, id);
    expect([await store.photos.count(), await store.photoBytes.count()]).toEqual([0, 0]);
  });

  test('follows a refused request to its new id, and is deleted when the visit is over', async () => {
    const store = openTab();
    const { id } = await book(store);
    await add(store, id);
    const refusal = { id: '', outcome: 'refused', problem: await problem('booking-id-taken', 409).json() };
    const fetch: Fetch = async (_url, init) => {
      const answer = await doneAnswer(init).json();
      const results = askedOf(init).commands.map((command) => ({ ...refusal, id: command.id }));
      return Response.json({ ...answer, results });
    };
    await createSync({ store, fetch, locks, now: () => NOW_MS }).syncNow();
    const draft = await editRefused(store, id);
    expect(draft.id).not.toBe(id);
    expect((await onlyPhoto(store)).bookingId).toBe(draft.id);

    const known = await knownVisit();
    const cancelled = rowOf(known.id, { state: 'cancelled', revision: 2 });
    await known.store.bookings.update(known.id, { row: cancelled });
    expect(await ready(known.store)).toBe(0);
    await forgetIdlePhotos(known.store);
    expect(await known.store.photoBytes.count()).toBe(0);
  });
});

describe('when a photo may be sent', () => {
  test('not before its booking is known, nor while any command of a booking waits', async () => {
    const { store } = await knownVisit();
    expect(await ready(store)).toBe(1);
    const other = await book(store);
    await add(store, other.id, 2);
    expect(await ready(store)).toBe(0);
  });

  test('only over Wi-Fi where the resident asks for it; a phone that does not name its connection waits for a press', async () => {
    const { store, id } = await knownVisit();
    await chooseWifiOnly(store, true);
    expect(await Promise.all([ready(store, 'wifi'), ready(store, 'metered'), ready(store)])).toEqual([
      1, 0, 0,
    ]);
    await urgePhotos(store, id);
    expect(await Promise.all([ready(store, 'metered'), ready(store)])).toEqual([1, 1]);
    await chooseWifiOnly(store, false);
    expect(await ready(store, 'metered')).toBe(1);
  });
});

describe('sending a photo', () => {
  const run = (store: PhoneStore, fetch: Fetch) =>
    createPhotoSync({ store, fetch, locks, now: () => NOW_MS, connection: () => 'wifi' }).syncNow();
  const rangeOf = (init: RequestInit) => new Headers(init.headers).get('content-range');

  test('continues where the server is, and is done only once the photo is whole', async () => {
    const { store } = await knownVisit();
    const ranges: (string | null)[] = [];
    const answers = [
      Response.json({ received: 65_536 }, { status: 202 }),
      problem('photo-gap', 409, { received: 40_000 }),
      Response.json({ received: 100_000, isComplete: true }, { status: 201 }),
    ];
    const report = await run(store, async (_url, init) => {
      ranges.push(rangeOf(init));
      return answers.shift() ?? problem('internal', 500);
    });
    expect(report).toMatchObject({ done: 1 });
    expect(ranges).toEqual(['bytes 0-65535/100000', 'bytes 65536-99999/100000', 'bytes 40000-99999/100000']);
    expect(await onlyPhoto(store)).toMatchObject({ status: 'arrived' });
    expect(await store.photoBytes.count()).toBe(1);
  });

  test('gives up on a server that makes no progress', async () => {
    const { store } = await knownVisit();
    let count = 0;
    const report = await run(store, async () => {
      count += 1;
      return problem('photo-gap', 409, { received: 0 });
    });
    expect([report.failure, count]).toEqual(['server', 3]);
    expect(await onlyPhoto(store)).toMatchObject({ status: 'kept' });
  });

  test('leaves a busy server alone for as long as the server asks', async () => {
    const { store } = await knownVisit();
    const report = await run(store, async () => problem('rate-limited', 429, { retryAfterSeconds: 55 }));
    expect(report).toMatchObject({ failure: 'busy', retryAfterMs: 55_000 });
  });

  test('sends a photo that the server lost once more, then counts it as refused', async () => {
    const { store } = await knownVisit();
    const lost = await problem('photo-missing', 409).json();
    const forget: Fetch = async (_url, init) => {
      const answer = await doneAnswer(init).json();
      const results = askedOf(init).commands.map(({ id }) => ({ id, outcome: 'refused', problem: lost }));
      return Response.json({ ...answer, results });
    };
    const states: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      await run(store, async () => Response.json({ received: 100_000, isComplete: true }));
      await createSync({ store, fetch: forget, locks, now: () => NOW_MS }).syncNow();
      states.push((await onlyPhoto(store)).status);
    }
    expect(states).toEqual(['kept', 'refused']);
    expect((await onlyPhoto(store)).problem?.code).toBe('photo-missing');
    expect(await store.photoBytes.count()).toBe(1);
  });

  test('removes a photo on the server too when it is removed while its attachment waits', async () => {
    const { store } = await knownVisit();
    await run(store, async () => Response.json({ received: 100_000, isComplete: true }));
    await removePhoto(store, (await onlyPhoto(store)).id, NOW_MS);
    const names = (await store.outbox.toArray()).map(({ name }) => name);
    expect(names).toEqual(['attach-photo', 'remove-photo']);
    await createSync({
      store,
      fetch: async (_url, init) => doneAnswer(init),
      locks,
      now: () => NOW_MS,
    }).syncNow();
    expect([await store.photos.count(), await store.photoBytes.count()]).toEqual([0, 0]);
  });
});

describe('the bytes of a sent photo', () => {
  const MANY_BYTES = 10_000_000_000;

  async function sentPhoto() {
    const known = await knownVisit();
    const { store } = known;
    const fetch: Fetch = async () => Response.json({ received: 100_000, isComplete: true });
    await createPhotoSync({ store, fetch, locks, now: () => NOW_MS, connection: () => 'wifi' }).syncNow();
    await createSync({
      store,
      fetch: async (_url, init) => doneAnswer(init),
      locks,
      now: () => NOW_MS,
    }).syncNow();
    expect(await onlyPhoto(store)).toMatchObject({ status: 'sent' });
    return known;
  }

  test('stay until the visit is over, and then only the row does', async () => {
    const { store, id } = await sentPhoto();
    for (const room of [MANY_BYTES, undefined]) await forgetSentBytes(store, async () => room);
    expect(await readPhotoBytes(store, (await onlyPhoto(store)).id)).toEqual(picture(1));
    await store.bookings.update(id, { row: rowOf(id, { state: 'closed', revision: 3 }) });
    await forgetSentBytes(store, async () => MANY_BYTES);
    expect([await store.photos.count(), await store.photoBytes.count()]).toEqual([1, 0]);
  });

  test('go before room is short, and never those of a photo that waits', async () => {
    const { store, id } = await sentPhoto();
    await add(store, id, 2);
    await forgetSentBytes(store, async () => 1_000_000);
    const left = await store.photoBytes.toCollection().primaryKeys();
    const waiting = await store.photos.filter(({ status }) => status === 'kept').primaryKeys();
    expect(left).toEqual(waiting);
  });

  test('make room for a photo that does not fit', async () => {
    const { store, id } = await sentPhoto();
    let isFull = true;
    store.photoBytes.hook('creating', () => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
    });
    store.photoBytes.hook('deleting', () => {
      isFull = false;
    });
    expect(await add(store, id, 2)).toMatchObject({ is: 'added' });
    expect(await store.photoBytes.count()).toBe(1);
  });
});
