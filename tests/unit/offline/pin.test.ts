import { describe, expect, test } from 'vitest';
import { queueCallback } from '../../../src/offline/store/callback/queue-callback';
import { listDrafts, startDraft } from '../../../src/offline/store/draft/drafts';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { wipePhone } from '../../../src/offline/store/engine/wipe-phone';
import { addPerson, listFamily } from '../../../src/offline/store/family/people';
import { EMPTY_PERSON } from '../../../src/offline/store/family/person';
import { addPhoto, readPhotoBytes } from '../../../src/offline/store/photo/photos';
import { isLocked, lockNow, removePin, setPin, unlock } from '../../../src/offline/store/pin/pin-lock';
import { readPinWait } from '../../../src/offline/store/pin/pin-tries';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { LockedError } from '../../../src/offline/store/secret/open-key';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { createSync } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { book, doneAnswer, NIK, NOW_MS, newDisk, openTab } from './make-phone';
import { readAllText } from './read-all-text';

const PIN = '204613';
const SECOND = 1_000;
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 7, 7, 7]);

/** Fills a phone with somebody's data in every table that holds any. */
async function fill(store: PhoneStore) {
  const draft = await startDraft(store, NOW_MS, { recipientName: 'Siti Contoh' });
  await book(store);
  await addPerson(store, { ...EMPTY_PERSON, recipientIs: 'parent', name: 'Siti Contoh' }, NOW_MS);
  await queueCallback(store, 'call' as never, { name: 'Wati Contoh', phone: '+62812' } as never, NOW_MS);
  const photo = await addPhoto(
    store,
    { bookingId: draft.id, requirementId: 'ktp' as never, bytes: JPEG },
    NOW_MS,
  );
  if (photo.is !== 'added') throw new Error('no photo');
  return photo.id;
}

function senderOf(store: PhoneStore, fetch: Fetch) {
  return createSync({ store, fetch, now: () => NOW_MS, locks: null });
}

describe('a phone with a PIN', () => {
  test('keeps everything, under the same secret, for the page that set the PIN', async () => {
    const store = openTab();
    const photo = await fill(store);
    const before = [await readAllText(store), await readSecret(await readDevice(store))];
    expect(before[0]).toContain(NIK);
    await setPin(store, PIN);
    expect(await listDrafts(store)).toMatchObject([{ recipientName: 'Siti Contoh' }]);
    expect(await listVisits(store)).toMatchObject([{ personal: { nik: NIK } }]);
    expect(await listFamily(store)).toMatchObject([{ name: 'Siti Contoh' }]);
    expect(await readPhotoBytes(store, photo)).toEqual(JPEG);
    expect(await readSecret(await readDevice(store))).toBe(before[1]);
    const sent = await senderOf(store, async (_url, init) => doneAnswer(init)).syncNow();
    expect(sent).toMatchObject({ done: 2, refused: 0 });
  });

  test('gives nothing to another page, or to the same page once it is locked: no key is on the disk', async () => {
    const disk = newDisk();
    const store = openTab(disk);
    await fill(store);
    const old = await readDevice(store);
    await setPin(store, PIN);
    const other = openTab(disk);
    lockNow(store);
    for (const tab of [store, other]) {
      expect(await isLocked(tab)).toBe(true);
      for (const read of [listDrafts, listVisits, listFamily, readDevice]) {
        await expect(read(tab), read.name).rejects.toThrow(LockedError);
      }
      await expect(startDraft(tab, NOW_MS)).rejects.toThrow(LockedError);
    }
    // No row holds a key, and the key from before the PIN opens nothing.
    const rows = await Promise.all(other.tables.map((table) => table.toArray()));
    const values = rows.flat().flatMap((row) => Object.values(row));
    expect(values.filter((value) => value instanceof CryptoKey)).toEqual([]);
    for (const { sealed } of [...(await other.drafts.toArray()), ...(await other.family.toArray())]) {
      const opened = crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, old.cryptoKey, sealed.bytes);
      await expect(opened).rejects.toThrow();
    }
    expect(JSON.stringify(rows)).not.toMatch(/Contoh/);
  });

  test('opens again with its PIN, and with no other', async () => {
    const disk = newDisk();
    await fill(openTab(disk));
    await setPin(openTab(disk), PIN);
    const store = openTab(disk);
    expect(await unlock(store, '204614', NOW_MS)).toEqual({ is: 'wrong' });
    expect(await isLocked(store)).toBe(true);
    expect(await unlock(store, PIN, NOW_MS)).toEqual({ is: 'right' });
    expect(await listVisits(store)).toMatchObject([{ personal: { nik: NIK } }]);
    expect(await removePin(store, '0000', NOW_MS)).toEqual({ is: 'wrong' });
    expect(await removePin(store, PIN, NOW_MS)).toEqual({ is: 'right' });
    expect(await listFamily(openTab(disk))).toMatchObject([{ name: 'Siti Contoh' }]);
    expect(await unlock(store, PIN, NOW_MS)).toEqual({ is: 'no-pin' });
  });

  test('slows attempts down, also across a new page and a clock that is set back', async () => {
    const disk = newDisk();
    const store = openTab(disk);
    await setPin(store, PIN);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await unlock(store, '0000', NOW_MS)).toEqual({ is: 'wrong' });
    }
    const again = openTab(disk);
    const untilMs = NOW_MS + 30 * SECOND;
    expect(await unlock(again, PIN, NOW_MS + SECOND)).toEqual({ is: 'waiting', untilMs });
    expect(await removePin(again, PIN, NOW_MS + SECOND)).toEqual({ is: 'waiting', untilMs });
    expect(await unlock(again, '0000', untilMs)).toEqual({ is: 'wrong' });
    expect(await readPinWait(again, untilMs)).toBe(untilMs + 60 * SECOND);
    const longAgo = NOW_MS - 86_400 * SECOND;
    expect(await readPinWait(again, longAgo)).toBe(longAgo + 3_600 * SECOND);
    expect(await unlock(again, PIN, untilMs + 60 * SECOND)).toEqual({ is: 'right' });
    expect(await readPinWait(again, untilMs)).toBe(0);
  });

  test('sends nothing while it is locked, and everything once it is unlocked', async () => {
    const disk = newDisk();
    await book(openTab(disk));
    await setPin(openTab(disk), PIN);
    const store = openTab(disk);
    const asked: string[] = [];
    const sender = senderOf(store, async (url, init) => {
      asked.push(url);
      return doneAnswer(init);
    });
    expect(await sender.syncNow()).toMatchObject({ failure: 'locked', done: 0 });
    expect(asked).toEqual([]);
    expect(await store.outbox.where('status').equals('waiting').count()).toBe(1);
    await unlock(store, PIN, NOW_MS);
    expect(await sender.syncNow()).toMatchObject({ done: 1 });
  });

  test('can read what another tab writes while the PIN is being set', async () => {
    const disk = newDisk();
    const store = openTab(disk);
    await fill(store);
    const other = openTab(disk);
    await Promise.all([
      setPin(store, PIN),
      ...[1, 2, 3].map((at) =>
        addPerson(other, { ...EMPTY_PERSON, recipientIs: 'parent', name: `Contoh ${at}` }, NOW_MS).catch(
          () => undefined,
        ),
      ),
    ]);
    expect(await listFamily(store)).toHaveLength(await store.family.count());
  });

  test('can be wiped when the PIN is forgotten, and begins empty', async () => {
    const disk = newDisk();
    await setPin(openTab(disk), PIN);
    const store = openTab(disk);
    await wipePhone(store);
    expect(await isLocked(store)).toBe(false);
    expect(await readPinWait(store, NOW_MS)).toBe(0);
    await book(store);
    expect(await listVisits(store)).toHaveLength(1);
  });
});
