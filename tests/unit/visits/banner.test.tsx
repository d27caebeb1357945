// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { createSync } from '../../../src/offline/sync/create-sync';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { ConnectionBanner } from '../../../src/web/resident/shell/frame/connection-banner';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { makePhoneWithVisit } from './phone-with-visit';

const words = await loadWords('id', ['resident']);

afterEach(cleanup);

it('says that a full phone cannot send, and what to do, until there is room', async () => {
  const { phone } = await makePhoneWithVisit();
  const { store } = phone;
  const outbox = vi.spyOn(store.outbox, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const fetch = () => Promise.reject(new TypeError('no network'));
  const sync = createSync({ store, fetch, locks: { request: (_name, run) => run() } });
  render(
    <WordsProvider words={words}>
      <PhoneProvider phone={{ ...phone, sync }}>
        <MemoryRouter>
          <ConnectionBanner />
        </MemoryRouter>
      </PhoneProvider>
    </WordsProvider>,
  );
  expect(await screen.findByText('1 belum terkirim')).toBeDefined();
  await act(async () => void (await sync.syncNow()));
  expect(screen.getByText(/^HP ini penuh, jadi belum bisa mengirim\. Hapus foto/)).toBeDefined();
  outbox.mockRestore();
  await act(async () => void (await sync.syncNow()));
  expect(screen.queryByText(/HP ini penuh/)).toBeNull();
  expect(screen.getByText(/^Layanan belum bisa dihubungi|^Tidak ada sinyal/)).toBeDefined();
});
