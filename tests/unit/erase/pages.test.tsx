// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookingRow } from '../../../src/contract/booking-row';
import { openCommand } from '../../../src/offline/store/engine/outbox';
import { readDevice } from '../../../src/offline/store/secret/device-key';
import { queueErase } from '../../../src/offline/store/visit/queue-erase';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { EraseRoutes } from '../../../src/web/resident/erase/erase-routes';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { VisitsRoutes } from '../../../src/web/resident/visits/visits-routes';
import { standInForDialogs } from '../../support/modal-dialogs';
import { makeRow, NOW_MS } from '../visits/make-visit';
import { makePhoneWithVisit, takeAnswer } from '../visits/phone-with-visit';

const words = await loadWords('id', ['resident', 'visits', 'erase']);

async function open(row: Partial<BookingRow>, page: 'kunjungan' | 'hapus-data' = 'hapus-data') {
  const { phone, id } = await makePhoneWithVisit();
  await takeAnswer(phone, { row: makeRow({ id, ...row }) });
  render(
    <MemoryRouter initialEntries={[`/${page}/${id}`]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="/kunjungan/*" element={<VisitsRoutes />} />
            <Route path="/hapus-data/*" element={<EraseRoutes />} />
            <Route path="*" element={<p>lain</p>} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
  return { phone, id, user: userEvent.setup() };
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  standInForDialogs();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('Hapus data saya di kantor', () => {
  it('is requested once after a confirmation, waits without a network, and is done when the server says so', async () => {
    const { phone, id, user } = await open({ state: 'closed', revision: 3 }, 'kunjungan');
    await user.click(await screen.findByRole('link', { name: /Hapus data saya di kantor/ }));
    await user.click(await screen.findByRole('button', { name: 'Minta hapus data' }));
    expect(await phone.store.outbox.count()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Ya, hapus' }));
    await screen.findByText('Permintaan tersimpan di HP ini');
    await queueErase(phone.store, id, NOW_MS);
    const sent = await phone.store.outbox.toArray();
    const device = await readDevice(phone.store);
    const commands = await Promise.all(sent.map((row) => openCommand(device, row)));
    expect(commands).toMatchObject([{ name: 'erase-booking', bookingId: id }]);
    expect(screen.queryByRole('button', { name: 'Minta hapus data' })).toBeNull();
    const erasedAt = '2027-01-05T03:00:00Z';
    await takeAnswer(phone, { row: makeRow({ id, state: 'closed', revision: 4, erasedAt }) });
    await screen.findByText('Data di kantor sudah dihapus');
    expect(screen.getByText(/Dihapus Selasa 5 Januari 2027/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Kembali ke kunjungan' }));
    await screen.findByRole('link', { name: /Data di kantor sudah dihapus/ });
    // The phone keeps its own copy.
    expect(screen.getAllByText(/Siti Contoh/).length).toBeGreaterThan(0);
  });

  it('says so when the office refuses', async () => {
    const { phone, id, user } = await open({ state: 'cancelled', revision: 3 });
    await user.click(await screen.findByRole('button', { name: 'Minta hapus data' }));
    await user.click(screen.getByRole('button', { name: 'Ya, hapus' }));
    await screen.findByText('Permintaan tersimpan di HP ini');
    const code = 'booking-state-forbids' as const;
    const problem = { type: `urn:mpp-mobile:problem:${code}`, title: code, status: 409, code };
    await takeAnswer(phone, { problem });
    await screen.findByText(/Kantor menolak permintaan ini/);
    expect(screen.getByRole('button', { name: 'Minta hapus data' })).toBeTruthy();
    expect((await phone.store.bookings.get(id))?.pending).toBeUndefined();
  });

  it('is not offered before the visit is over, nor to a follower', async () => {
    await open({ state: 'scheduled' });
    await screen.findByText(/setelah kunjungan selesai atau dibatalkan/);
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    await open({ state: 'closed', role: 'follower', revision: 3 }, 'kunjungan');
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(screen.queryByRole('link', { name: /Hapus data saya/ })).toBeNull());
  });
});
