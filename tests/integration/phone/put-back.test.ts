import 'fake-indexeddb/auto';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { WindowChoice } from '../../../src/domain/calendar/window';
import type { RequirementId } from '../../../src/domain/catalogue/service';
import type { CallbackId } from '../../../src/domain/people/callback';
import { queueCallback, withdrawCallback } from '../../../src/offline/store/callback/queue-callback';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { queueFollow } from '../../../src/offline/store/follow/queue-follow';
import { queueWithdrawFollower } from '../../../src/offline/store/follow/queue-followers';
import type { PhotoId } from '../../../src/offline/store/photo/photo';
import { addPhoto, removePhoto } from '../../../src/offline/store/photo/photos';
import { lockNow, setPin, unlock } from '../../../src/offline/store/pin/pin-lock';
import { queueCancel, queueChooseWindow } from '../../../src/offline/store/visit/queue-change';
import { queueErase } from '../../../src/offline/store/visit/queue-erase';
import { createSync } from '../../../src/offline/sync/create-sync';
import { engines, startDatabases } from '../../support/databases';
import { makeJpeg } from '../../support/pictures';
import { startPutBackCity } from '../../support/put-back-city';
import { bookingsIn, locks, othersBook, phoneAt } from '../../support/put-back-phone';
import { MONDAY_9 } from '../../support/test-server';
import { NOW_MS } from '../../unit/offline/make-phone';

const THURSDAY: WindowChoice = { date: '2026-11-26', window: 'siang' } as WindowChoice;
const MORNING: WindowChoice = { date: '2026-11-26', window: 'pagi' } as WindowChoice;
const KTP = metro.catalogue.requirements[0]?.id as RequirementId;

const picture = async (nth: number) => new Uint8Array(await makeJpeg({ width: 300 + nth }));

describe.each(engines)('a database put back to a backup on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  const startCity = () => startPutBackCity(databases, MONDAY_9);

  test('a visit booked since is asked for again, with its date and its link', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    await phone.book();
    await phone.sync();
    await city.backUp();
    const any = await phone.book();
    const wished = await phone.book([THURSDAY]);
    await phone.sync();
    // The date is another than the request names.
    await queueChooseWindow(phone.store, any, MORNING, NOW_MS);
    await phone.sync();
    const before = await phone.visit(any);
    expect(before.row?.scheduled).toMatchObject(MORNING);

    await city.putBack();
    await othersBook(city, 6);
    await phone.sync();
    const after = await phone.visit(any);
    expect(after.row).toMatchObject({ state: 'scheduled', scheduled: MORNING, role: 'requester' });
    expect(after.delivery).toBe('known');
    expect(after.putBack?.notes).toEqual(['asked-again', 'date-again', 'nik']);
    expect(after.putBack?.number).toBe(before.row?.number);
    expect((await phone.visit(wished)).row?.scheduled).toMatchObject(THURSDAY);

    const son = phoneAt(city);
    await queueFollow(son.store, String(after.personal?.followToken), 'Anak', NOW_MS);
    await son.sync();
    expect((await son.visit(any)).row?.role).toBe('follower');
    expect(after.personal).toMatchObject({ recipientName: 'Siti Contoh', nik: '0001' });
    await city.stop();
  });

  test('where the date is full by now, the request stays and the phone says so', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    await phone.book();
    await phone.sync();
    await city.backUp();
    const id = await phone.book();
    await phone.sync();
    await queueChooseWindow(phone.store, id, THURSDAY, NOW_MS);
    await phone.sync();
    await city.putBack();
    await othersBook(city, 4, [THURSDAY]);
    await phone.sync();
    const after = await phone.visit(id);
    expect(after.row?.state).toBe('scheduled');
    expect(after.row?.scheduled).not.toMatchObject(THURSDAY);
    expect(after.problem).toBeUndefined();
    expect(after.putBack?.notes).toEqual(['asked-again', 'date', 'nik']);
    await city.stop();
  });

  test('a visit moved, cancelled or erased since is so again; what the desk did is said', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    const ids = [await phone.book(), await phone.book(), await phone.book()] as const;
    const [moved, cancelled, erased] = ids;
    await phone.sync();
    await city.backUp();
    await queueChooseWindow(phone.store, moved, MORNING, NOW_MS);
    await queueCancel(phone.store, cancelled, 'sudah sembuh', NOW_MS);
    await queueCancel(phone.store, erased, '', NOW_MS);
    await phone.sync();
    await queueErase(phone.store, erased, NOW_MS);
    await phone.sync();
    expect((await phone.visit(erased)).row?.erasedAt).toBeDefined();

    await city.putBack();
    await othersBook(city, 8);
    await phone.sync();
    expect((await phone.visit(moved)).row?.scheduled).toMatchObject(MORNING);
    expect((await phone.visit(moved)).putBack?.notes).toEqual(['date-again']);
    const again = await phone.visit(cancelled);
    expect(again.row).toMatchObject({ state: 'cancelled', cancelled: { reason: 'sudah sembuh' } });
    expect(again.putBack?.notes).toEqual(['cancel-again']);
    expect((await phone.visit(erased)).row).toMatchObject({ state: 'cancelled' });
    expect((await phone.visit(erased)).row?.erasedAt).toBeDefined();
    await city.stop();
  });

  test('what waits for a visit that is gone is sent after its request', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    await phone.book();
    await phone.sync();
    await city.backUp();
    const id = await phone.book();
    await phone.sync();
    await queueCancel(phone.store, id, 'ke luar kota', NOW_MS);
    await city.putBack();
    await othersBook(city, 4);
    await phone.sync();
    expect((await phone.visit(id)).row).toMatchObject({
      state: 'cancelled',
      cancelled: { by: 'requester', reason: 'ke luar kota' },
    });
    await city.stop();
  });

  test('photos: those still here are sent again, the rest is named; one taken away stays away', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    const id = await phone.book();
    await phone.sync();
    const away = await addPhoto(
      phone.store,
      { bookingId: id, requirementId: KTP, bytes: await picture(1) },
      NOW_MS,
    );
    await phone.sync();
    await city.backUp();
    if (away.is === 'added') await removePhoto(phone.store, away.id, NOW_MS);
    await addPhoto(phone.store, { bookingId: id, requirementId: KTP, bytes: await picture(2) }, NOW_MS + 1);
    const here = await picture(3);
    await addPhoto(phone.store, { bookingId: id, requirementId: KTP, bytes: here }, NOW_MS + 2);
    await phone.sync();
    expect((await phone.visit(id)).row?.photos).toHaveLength(2);
    const rows = await phone.store.photos.toArray();
    const [second, third] = [
      rows.find(({ size }) => size !== here.length),
      rows.find(({ size }) => size === here.length),
    ];
    // Of one the phone has let go, as where room was short.
    await phone.store.photoBytes.delete(String(second?.id) as PhotoId);

    await city.putBack();
    await phone.sync();
    const after = await phone.visit(id);
    expect(after.row?.photos).toEqual([{ ...after.row?.photos?.[0], photo: third?.photo }]);
    expect((await phone.store.photos.toArray()).map(({ status }) => status).sort()).toEqual(['lost', 'sent']);
    expect([...(after.putBack?.notes ?? [])].sort()).toEqual(['photos', 'photos-again']);
    await city.stop();
  });

  test('followers: one who came since hears that it is over, one who was removed stays removed', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    const id = await phone.book();
    await phone.sync();
    const token = String((await phone.visit(id)).personal?.followToken);
    const early = phoneAt(city);
    await queueFollow(early.store, token, 'Awal', NOW_MS);
    await early.sync();
    await city.backUp();
    await phone.sync();
    const [follower] = (await phone.visit(id)).row?.followers ?? [];
    if (follower === undefined) throw new Error('nobody follows');
    await queueWithdrawFollower(phone.store, id, follower.id, NOW_MS);
    await phone.sync();
    const late = phoneAt(city);
    const renewed = String((await phone.visit(id)).personal?.followToken);
    await queueFollow(late.store, renewed, 'Kemudian', NOW_MS);
    await late.sync();
    await phone.sync();

    await city.putBack();
    await othersBook(city, 4);
    await phone.sync();
    expect((await phone.visit(id)).row?.followers ?? []).toEqual([]);
    expect((await phone.visit(id)).putBack?.notes).toContain('followers');
    await late.sync();
    expect(await late.store.bookings.count()).toBe(0);
    expect(await late.store.meta.get(`gone:${id}`)).toMatchObject({ isPutBack: true });
    await early.sync();
    expect(await early.store.bookings.count()).toBe(0);
    // The link from after the backup opens the visit again, and brings what happens to it.
    await queueFollow(late.store, renewed, 'Kemudian', NOW_MS);
    await late.sync();
    await queueCancel(phone.store, id, '', NOW_MS);
    await phone.sync();
    await late.sync();
    expect((await late.visit(id)).row?.state).toBe('cancelled');
    await city.stop();
  });

  test('callbacks: one that is lost is said to be, one withdrawn is withdrawn again', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    const [withdrawn, lost] = [makeId<CallbackId>(), makeId<CallbackId>()];
    const person = { name: 'Budi Contoh', phone: '+6281234567890' };
    await queueCallback(phone.store, withdrawn, person, NOW_MS);
    await phone.sync();
    await city.backUp();
    await withdrawCallback(phone.store, withdrawn, NOW_MS);
    await queueCallback(phone.store, lost, person, NOW_MS);
    await phone.sync();
    await city.putBack();
    await othersBook(city, 4);
    await phone.sync();
    expect((await phone.store.callbacks.get(withdrawn))?.row?.state).toBe('withdrawn');
    expect(await phone.store.callbacks.get(lost)).toMatchObject({ delivery: 'refused', isLost: true });
    await city.stop();
  });

  test('with a PIN, nothing is sent again until it is opened, and then all is', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    await phone.book();
    await phone.sync();
    await city.backUp();
    const id = await phone.book();
    await phone.sync();
    await setPin(phone.store, '482916');
    lockNow(phone.store);
    await city.putBack();
    await othersBook(city, 4);
    const locked = createSync({ store: phone.store, fetch: city.fetch, locks, now: () => NOW_MS });
    expect((await locked.syncNow()).failure).toBe('locked');
    await unlock(phone.store, '482916', NOW_MS);
    await phone.sync();
    expect((await phone.visit(id)).row?.state).toBe('scheduled');
    await city.stop();
  });

  test('a phone whose every answer is lost once ends the same', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    await phone.book();
    await phone.sync();
    await city.backUp();
    const id = await phone.book([THURSDAY]);
    await phone.sync();
    await city.putBack();
    await othersBook(city, 4);
    let count = 0;
    const flaky: typeof city.fetch = async (url, init) => {
      const answer = await city.fetch(url, init);
      count += 1;
      if (count % 2 === 1) throw new TypeError('connection lost');
      return answer;
    };
    const sync = createSync({ store: phone.store, fetch: flaky, locks, now: () => NOW_MS });
    for (let at = 0; at < 12; at += 1) await sync.syncNow();
    expect((await phone.visit(id)).row?.scheduled).toMatchObject(THURSDAY);
    expect(await bookingsIn(city)).toBe(2 + 4);
    await city.stop();
  });

  test('a phone from before generations reads once more, and where nothing is lost nothing is said', async () => {
    const city = await startCity();
    const phone = phoneAt(city);
    const id = await phone.book();
    await phone.sync();
    await phone.store.meta.delete('generation');
    await phone.sync();
    expect(await phone.visit(id)).toMatchObject({ delivery: 'known', row: { state: 'scheduled' } });
    expect((await phone.visit(id)).putBack).toBeUndefined();
    expect(await phone.store.meta.get('generation')).toMatchObject({ stage: 'known' });
    await city.stop();
  });
});
