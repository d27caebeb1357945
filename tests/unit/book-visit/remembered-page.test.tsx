// @vitest-environment jsdom
// Before Dexie, which looks for a database only once: its live queries need the global one.
import './one-realm';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readDraft, startDraft } from '../../../src/offline/store/drafts';
import { NOW, openNewPhone, renderBooking } from './render-booking';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TURNS = 2_000;

/** Lets the database and the ciphers work on until something is so; no time passes for the page meanwhile. */
const settle = (isSo: () => boolean | Promise<boolean>) =>
  act(async () => {
    for (let turn = 0; turn < TURNS && !(await isSo()); turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

it('a page is the one to come back to as soon as it is opened, with all that was answered before', async () => {
  const store = openNewPhone();
  const { id } = await startDraft(store, NOW);
  renderBooking(store, `/ajukan/${id}/untuk-siapa`);
  const shows = (name: string) => screen.queryByRole('heading', { level: 1, name }) !== null;
  await settle(() => shows('Kunjungan ini untuk siapa?'));

  fireEvent.click(screen.getByRole('radio', { name: 'Orang tua saya' }));
  fireEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
  await settle(() => shows('Siapa yang dilayani di rumah?'));
  await settle(async () => (await readDraft(store, id))?.page === 'penerima');
  expect(await readDraft(store, id)).toMatchObject({ page: 'penerima', recipientIs: 'parent' });
});
