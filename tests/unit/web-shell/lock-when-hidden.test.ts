// @vitest-environment jsdom
import '../book-visit/one-realm';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { isLocked, setPin, unlock } from '../../../src/offline/store/pin/pin-lock';
import { setLockAfter } from '../../../src/offline/store/pin/watch-lock';
import { lockWhenHidden } from '../../../src/web/resident/shell/phone/lock-when-hidden';

const PIN = '204613';
const MINUTE_MS = 60_000;

test('a page locks after it was hidden for the chosen time, and no sooner, even where its timers were stopped', async () => {
  const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  await setPin(store, PIN);
  await setLockAfter(store, 5);
  let nowMs = 1_000_000;
  const become = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  lockWhenHidden(store, () => nowMs);
  become('hidden');
  nowMs += 4 * MINUTE_MS;
  become('visible');
  // This read comes after those that the page began, so by now the page has decided.
  await store.meta.count();
  expect(await isLocked(store)).toBe(false);
  become('hidden');
  nowMs += 5 * MINUTE_MS;
  become('visible');
  await expect.poll(() => isLocked(store)).toBe(true);
  expect(await unlock(store, PIN, nowMs)).toEqual({ is: 'right' });
  vi.restoreAllMocks();
});
