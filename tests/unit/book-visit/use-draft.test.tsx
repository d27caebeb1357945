// @vitest-environment jsdom
import './one-realm';
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { createSync } from '../../../src/offline/sync/create-sync';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { useDraft } from '../../../src/web/resident/book-visit/use-draft';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { NOW, noConnection, openNewPhone } from './render-booking';

const words = await loadWords('id', ['resident', 'booking']);
const now = () => NOW;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const TURNS = 5_000;

/** Lets the database and the ciphers work until `isSo` holds; meanwhile no time passes for the page. */
async function settle(isSo: () => boolean | Promise<boolean>, turns = TURNS): Promise<void> {
  for (let turn = 0; turn < turns && !(await isSo()); turn += 1) {
    // React renders when `act` ends: with one `act` around all turns, no turn would see the page ready.
    await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  }
}

test('an answer after a pause is written at once, and continued typing only when it pauses', async () => {
  const store = openNewPhone();
  const { id } = await startDraft(store, NOW);
  const sync = createSync({ store, fetch: noConnection, now });
  const phone = { store, sync, city: metro, now, isTimeSure: () => true };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WordsProvider words={words}>
      <PhoneProvider phone={phone}>{children}</PhoneProvider>
    </WordsProvider>
  );
  const { result } = renderHook(() => useDraft(id), { wrapper });
  await settle(() => result.current.status === 'ready');
  const change = (recipientName: string) =>
    act(() => {
      if (result.current.status !== 'ready') throw new Error('the draft is not open');
      result.current.form.change({ recipientName });
    });
  const kept = async () => (await readDraft(store, id))?.recipientName;

  change('S');
  vi.advanceTimersByTime(0);
  await settle(async () => (await kept()) === 'S');
  expect(await kept()).toBe('S');

  vi.advanceTimersByTime(100);
  change('Si');
  vi.advanceTimersByTime(100);
  await settle(async () => (await kept()) !== 'S', 50);
  expect(await kept()).toBe('S');
  vi.advanceTimersByTime(200);
  await settle(async () => (await kept()) === 'Si');
  expect(await kept()).toBe('Si');
});
