// @vitest-environment jsdom
// Imported before Dexie, which looks only once for the global indexedDB that its live queries need.
import './one-realm';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { NOW, openNewPhone, renderBooking } from './render-booking';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const TURNS = 2_000;

/** Lets the database and the ciphers work until `isSo` holds; meanwhile no time passes for the page. */
const settle = (isSo: () => boolean | Promise<boolean>) =>
  act(async () => {
    for (let turn = 0; turn < TURNS && !(await isSo()); turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

const shows = (name: string) => screen.queryByRole('heading', { level: 1, name }) !== null;

it('a page is remembered as soon as it is opened, with every answer given before', async () => {
  const store = openNewPhone();
  const { id } = await startDraft(store, NOW);
  renderBooking(store, `/ajukan/${id}/untuk-siapa`);
  await settle(() => shows('Kunjungan ini untuk siapa?'));

  fireEvent.click(screen.getByRole('radio', { name: 'Orang tua saya' }));
  fireEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
  await settle(() => shows('Siapa yang dilayani di rumah?'));
  await settle(async () => (await readDraft(store, id))?.page === 'penerima');
  expect(await readDraft(store, id)).toMatchObject({ page: 'penerima', recipientIs: 'parent' });
});

describe('on a phone that writes slowly', () => {
  const goOn = () => screen.getByRole('button', { name: 'Lanjut' });
  const back = () => screen.getByRole('link', { name: 'Kembali' });
  const leave = () => screen.getByRole('link', { name: 'Simpan & keluar' });
  const isHome = () => screen.queryByText('Halaman lain') !== null;
  const isNext = () => shows('Siapa yang dilayani di rumah?');

  /**
   * Opens a draft's first page, gives an answer that cannot be written until `write` is called, and presses
   * the controls in turn.
   */
  async function answerAndPress(...controls: readonly (() => HTMLElement)[]) {
    const store = openNewPhone();
    const { id } = await startDraft(store, NOW);
    renderBooking(store, `/ajukan/${id}/untuk-siapa`);
    await settle(() => shows('Kunjungan ini untuk siapa?'));
    await settle(async () => (await readDraft(store, id))?.page === 'untuk-siapa');
    let write = () => {};
    const held = new Promise<void>((resolve) => {
      write = resolve;
    });
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    const slow = vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...of) => {
      await held;
      return encrypt(...of);
    });
    fireEvent.click(screen.getByRole('radio', { name: 'Orang tua saya' }));
    for (const control of controls) fireEvent.click(control());
    await settle(() => slow.mock.calls.length > 0);
    return { kept: async () => (await readDraft(store, id))?.recipientIs, write };
  }

  it.each([
    ['Lanjut', goOn, isNext],
    ['Kembali', back, () => shows('Ajukan kunjungan')],
    ['Simpan & keluar', leave, isHome],
  ])('the page behind "%s" is shown once the answer is kept', async (_name, control, isThere) => {
    const { kept, write } = await answerAndPress(control);
    expect(shows('Kunjungan ini untuk siapa?')).toBe(true);
    expect(await kept()).not.toBe('parent');
    write();
    await settle(isThere);
    expect(isThere()).toBe(true);
    expect(await kept()).toBe('parent');
  });

  it('the last press counts', async () => {
    const { write } = await answerAndPress(goOn, leave);
    write();
    await settle(isHome);
    expect(isHome()).toBe(true);
  });

  it('the next page is shown after a second even where the answer is not yet kept', async () => {
    const { write } = await answerAndPress(goOn);
    await act(() => vi.advanceTimersByTimeAsync(999));
    expect(isNext()).toBe(false);
    await act(() => vi.advanceTimersByTimeAsync(1));
    await settle(isNext);
    expect(isNext()).toBe(true);
    write();
  });
});
