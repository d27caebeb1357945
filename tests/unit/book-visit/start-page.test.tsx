// @vitest-environment jsdom
// Imported before Dexie, which looks only once for the global indexedDB that its live queries need.
import './one-realm';
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { addPerson } from '../../../src/offline/store/family/people';
import { EMPTY_PERSON } from '../../../src/offline/store/family/person';
import { NOW, noConnection, openNewPhone, renderBooking } from './render-booking';

beforeEach(() => {
  vi.stubGlobal('fetch', noConnection);
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens the page, presses its main button and returns every name that the button ever had. */
async function namesUntilStarted(store: PhoneStore, wanted: string): Promise<Set<string>> {
  const names = new Set<string>();
  const noteNames = () => {
    for (const button of document.querySelectorAll('.page__actions .button--primary')) {
      names.add(button.textContent ?? '');
    }
  };
  renderBooking(store, '/ajukan');
  noteNames();
  const observer = new MutationObserver(noteNames);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  await userEvent.click(await screen.findByRole('button', { name: wanted }));
  await screen.findByRole('heading', { level: 1, name: 'Kunjungan ini untuk siapa?' });
  observer.disconnect();
  names.delete('Lanjut');
  return names;
}

it.each([
  ['Mulai isi', async () => undefined],
  ['Isi yang baru', (store: PhoneStore) => startDraft(store, NOW)],
  [
    'Untuk orang lain',
    (store: PhoneStore) =>
      addPerson(store, { ...EMPTY_PERSON, recipientIs: 'parent', name: 'Contoh Ibu' }, NOW),
  ],
])('the button of the first page says “%s” from the first moment', async (wanted, prepare) => {
  const store = openNewPhone();
  await prepare(store);
  expect([...(await namesUntilStarted(store, wanted))]).toEqual([wanted]);
});
