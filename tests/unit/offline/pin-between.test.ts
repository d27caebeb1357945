import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallbackId } from '../../../src/domain/people/callback';
import { queueCallback, withdrawCallback } from '../../../src/offline/store/callback/queue-callback';
import { changeDraft, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { makeId } from '../../../src/offline/store/engine/make-id';
import { readBatch } from '../../../src/offline/store/engine/outbox';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { addPerson, listFamily } from '../../../src/offline/store/family/people';
import { EMPTY_PERSON } from '../../../src/offline/store/family/person';
import { queueFollow } from '../../../src/offline/store/follow/queue-follow';
import { queueNewLink } from '../../../src/offline/store/follow/queue-followers';
import { addPhoto, attachPhoto, removePhoto } from '../../../src/offline/store/photo/photos';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { holdKey, LockedError } from '../../../src/offline/store/secret/open-key';
import { resealAll, TAKING_PURPOSE } from '../../../src/offline/store/secret/reseal';
import { seal, unseal } from '../../../src/offline/store/secret/seal';
import { editRefused } from '../../../src/offline/store/visit/edit-refused';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { queueCancel } from '../../../src/offline/store/visit/queue-change';
import { withdrawBooking } from '../../../src/offline/store/visit/withdraw-booking';
import { book, NOW_MS, newDisk, openTab, request, rowOf } from './make-phone';
import { openAll } from './open-all';

const CALL = 'call' as CallbackId;
const PERSON = { name: 'Wati Contoh', phone: '+62812' } as never;
const PHOTO = { requirementId: 'ktp' as never, bytes: Uint8Array.from([0xff, 0xd8, 0xff, 7]) };

async function withPhoto(store: PhoneStore, status: 'kept' | 'sent') {
  const { id: bookingId } = await book(store);
  const added = await addPhoto(store, { ...PHOTO, bookingId }, NOW_MS);
  if (added.is !== 'added') throw new Error('no photo');
  await store.photos.update(added.id, { status });
  return added.id;
}

const names = async (store: PhoneStore) => (await store.outbox.toArray()).map(({ name }) => name);

/**
 * One act on a phone: it is prepared, then done with a PIN set somewhere in between; `isDone` says whether it
 * took effect.
 */
type Action = (store: PhoneStore) => Promise<{
  readonly act: () => Promise<unknown>;
  readonly isDone: (opened: PhoneStore) => Promise<boolean>;
}>;

const ACTIONS: Readonly<Record<string, Action>> = {
  attachPhoto: async (store) => {
    const id = await withPhoto(store, 'kept');
    return {
      act: () => attachPhoto(store, id, NOW_MS),
      isDone: async (now) => (await names(now)).includes('attach-photo'),
    };
  },
  removePhoto: async (store) => {
    const id = await withPhoto(store, 'sent');
    return {
      act: () => removePhoto(store, id, NOW_MS),
      isDone: async (now) => (await names(now)).includes('remove-photo'),
    };
  },
  addPhoto: async (store) => {
    const { id: bookingId } = await book(store);
    return {
      act: () => addPhoto(store, { ...PHOTO, bookingId }, NOW_MS),
      isDone: async (now) => (await now.photoBytes.count()) === 1,
    };
  },
  queueCancel: async (store) => {
    const { id } = await book(store);
    return {
      act: () => queueCancel(store, id, 'sembuh', NOW_MS),
      isDone: async (now) => (await names(now)).includes('cancel-booking'),
    };
  },
  withdrawBooking: async (store) => {
    const { id } = await book(store);
    return {
      act: () => withdrawBooking(store, id, NOW_MS),
      isDone: async (now) => (await readDraft(now, id))?.recipientName === 'Siti Contoh',
    };
  },
  editRefused: async (store) => {
    const { id } = await book(store);
    await store.bookings.update(id, { delivery: 'refused' });
    return {
      act: () => editRefused(store, id),
      isDone: async (now) => (await readDraft(now, id))?.recipientName === 'Siti Contoh',
    };
  },
  queueBooking: async (store) => {
    const draft = await startDraft(store, NOW_MS, { recipientName: 'Siti Contoh' });
    return {
      act: () => queueBooking(store, draft, request, 30, NOW_MS),
      isDone: async (now) =>
        (await names(now)).includes('submit-booking') && (await now.drafts.count()) === 0,
    };
  },
  startDraft: async (store) => ({
    act: () => startDraft(store, NOW_MS, { recipientName: 'Siti Contoh' }),
    isDone: async (now) => (await now.drafts.count()) === 1,
  }),
  changeDraft: async (store) => {
    const { id } = await startDraft(store, NOW_MS);
    return {
      act: () => changeDraft(store, id, { street: 'Jalan Contoh 9' }, NOW_MS),
      isDone: async (now) => (await readDraft(now, id))?.street === 'Jalan Contoh 9',
    };
  },
  queueCallback: async (store) => ({
    act: () => queueCallback(store, CALL, PERSON, NOW_MS),
    isDone: async (now) => (await names(now)).includes('ask-callback'),
  }),
  withdrawCallback: async (store) => {
    await queueCallback(store, CALL, PERSON, NOW_MS);
    await store.outbox.toCollection().modify({ triedAtMs: NOW_MS });
    return {
      act: () => withdrawCallback(store, CALL, NOW_MS),
      isDone: async (now) => (await names(now)).includes('withdraw-callback'),
    };
  },
  queueFollow: async (store) => ({
    act: () => queueFollow(store, 'AbCdEfGhIjKlMnOpQrStUv', 'Wati', NOW_MS),
    isDone: async (now) => (await names(now)).includes('follow-booking'),
  }),
  queueNewLink: async (store) => {
    const { id } = await book(store);
    await store.bookings.update(id, { row: rowOf(id) });
    return {
      act: () => queueNewLink(store, id, NOW_MS),
      isDone: async (now) => (await names(now)).includes('renew-follow-link'),
    };
  },
  addPerson: async (store) => ({
    act: () => addPerson(store, { ...EMPTY_PERSON, recipientIs: 'parent', name: 'Siti Contoh' }, NOW_MS),
    isDone: async (now) => (await listFamily(now)).length === 1,
  }),
  readBatch: async (store) => {
    await book(store);
    return {
      act: async () => {
        const device = await readDevice(store);
        await readSecret(device);
        return readBatch(store, device, 50);
      },
      isDone: async (now) => (await now.outbox.toArray()).every(({ status }) => status === 'waiting'),
    };
  },
};

/**
 * Reseals everything under another key, as a PIN does, without the 600,000 rounds that make a PIN slow. With
 * `isShut` only `store` holds the key afterwards.
 */
async function setKey(store: PhoneStore, isShut: boolean): Promise<void> {
  const device = await readDevice(store);
  const cryptoKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const id = makeId();
  const isDone = await resealAll(store, device, cryptoKey, (secret) =>
    isShut
      ? { key: 'device', id, secret, pin: { salt: new Uint8Array(1), rounds: 1, wrapped: secret } }
      : { key: 'device', id, secret, cryptoKey },
  );
  if (!isDone) throw new Error('the phone was not resealed');
  if (isShut) holdKey(store, { id, cryptoKey });
}

/**
 * Runs `between` right after the `nth` use of a key, before the user of the key goes on. The returned
 * function says whether the key was used that often.
 */
function interrupt(nth: number, between: () => Promise<void>): () => boolean {
  const state = { uses: 0, isOver: false };
  for (const name of ['encrypt', 'decrypt'] as const) {
    const use = crypto.subtle[name].bind(crypto.subtle);
    vi.spyOn(crypto.subtle, name).mockImplementation(async (...parameters) => {
      if (state.isOver) return use(...parameters);
      state.uses += 1;
      if (state.uses !== nth) return use(...parameters);
      state.isOver = true;
      const used = await use(...parameters);
      await between();
      return used;
    });
  }
  return () => state.isOver;
}

afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(ACTIONS))('%s, with a new key at each point of it', (_name, action) => {
  test('takes full effect where this page has the new key', async () => {
    for (let nth = 1, isReached = true; isReached; nth += 1) {
      const store = openTab();
      const { act, isDone } = await action(store);
      const wasReached = interrupt(nth, () => setKey(store, false));
      await act();
      isReached = wasReached();
      vi.restoreAllMocks();
      expect(await openAll(store, (await readDevice(store)).cryptoKey), `use ${nth}`).toEqual([]);
      expect(await isDone(store), `use ${nth}`).toBe(true);
      expect(nth).toBeLessThan(20);
    }
  });

  test('leaves nothing under the old key where another page set a PIN', async () => {
    for (let nth = 1, isReached = true; isReached; nth += 1) {
      const disk = newDisk();
      const [store, other] = [openTab(disk), openTab(disk)];
      const { act, isDone } = await action(store);
      await readDevice(store);
      const wasReached = interrupt(nth, () => setKey(other, true));
      const end = await act().catch((error: unknown) => error);
      isReached = wasReached();
      vi.restoreAllMocks();
      expect(await openAll(other, (await readDevice(other)).cryptoKey), `use ${nth}`).toEqual([]);
      // A lock is reported to the caller; nothing is dropped in silence.
      if (!(end instanceof LockedError)) expect(await isDone(other), `use ${nth}`).toBe(true);
    }
  });
});

test('data from another phone that are not merged yet open with the new key', async () => {
  const store = openTab();
  const { cryptoKey } = await readDevice(store);
  const sealed = await seal(cryptoKey, TAKING_PURPOSE, { left: 'Siti Contoh' });
  await store.meta.put({ key: 'move-taking', id: 'move', sealed });
  await setKey(store, false);
  const taking = await store.meta.get('move-taking');
  if (taking?.key !== 'move-taking') throw new Error('the data are gone');
  const opened = await unseal((await readDevice(store)).cryptoKey, TAKING_PURPOSE, taking.sealed);
  expect(opened).toEqual({ left: 'Siti Contoh' });
});
