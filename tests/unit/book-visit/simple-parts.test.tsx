// @vitest-environment jsdom
// Imported before Dexie, which looks only once for the global indexedDB that its live queries need.
import './one-realm';
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { keepVoiceConsent } from '../../../src/web/resident/shell/simple/voice-consent';
import { Dictation } from '../../../src/web/resident/simple/dictation';
import { textOfPage } from '../../../src/web/resident/simple/page-text';
import { MODE_KEY } from '../../../src/web/ui/theme/mode-choice';
import { makeRecognisers } from '../simple/fake-recogniser';
import { NOW, noConnection, openNewPhone, renderBooking } from './render-booking';

const { made, FakeRecogniser } = makeRecognisers();

beforeEach(() => {
  localStorage.setItem(MODE_KEY, 'simple');
  keepVoiceConsent(true);
  vi.stubGlobal('fetch', noConnection);
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('webkitSpeechRecognition', FakeRecogniser);
  // jsdom has no layout, so there is nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name });
const readAloud = () => textOfPage(screen.getByRole('main'));

async function openAddress(part: string) {
  const store = openNewPhone();
  const { id } = await startDraft(store, NOW);
  const { router } = renderBooking(store, `/ajukan/${id}/alamat?bagian=${part}`, (typed) => (
    <Dictation field={typed} />
  ));
  const named = () => new URLSearchParams(router.state.location.search).get('bagian');
  return { named, kept: () => readDraft(store, id) };
}

test('RT and RW are asked for alone, and each can be read aloud, spoken and corrected', async () => {
  const { named, kept } = await openAddress('rt');
  await field(/^RT/);
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  expect(readAloud().join(' ')).toMatch(/RT \(boleh dikosongkan\)/);
  expect(readAloud().join(' ')).not.toContain('RW');
  await press('Isi dengan suara RT');
  act(() => made.at(-1)?.hear('nol nol tiga'));
  expect((await field(/^RT/)).value).toBe('003');
  await press('Lanjut');

  const rw = await field(/^RW/);
  expect(named()).toBe('rw');
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  expect(screen.queryByText('003')).toBeNull();
  await userEvent.type(rw, 'dua');
  await press('Lanjut');
  const wrong = within(await screen.findByRole('alert')).getByRole('link');
  await userEvent.click(wrong);
  expect(document.activeElement).toBe(rw);
  expect(rw.getAttribute('aria-invalid')).toBe('true');
  await press('Isi dengan suara RW');
  act(() => made.at(-1)?.hear('dua'));
  expect(rw.value).toBe('2');
  await press('Lanjut');

  await field(/patokan/i);
  await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
  await field(/^RW/);
  await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
  expect((await field(/^RT/)).value).toBe('003');
  expect(await kept()).toMatchObject({ rt: '003', rw: '2' });
});

test('an error in RT is said on its own page, not on the page of RW', async () => {
  const { named } = await openAddress('rt');
  await userEvent.type(await field(/^RT/), 'satu');
  await press('Lanjut');
  expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(1);
  expect(named()).toBe('rt');
  await userEvent.clear(await field(/^RT/));
  await press('Lanjut');
  await field(/^RW/);
  expect(screen.queryByRole('alert')).toBeNull();
});
