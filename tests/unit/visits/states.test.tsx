// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { BookingRow } from '../../../src/contract/booking-row';
import { configureCity } from '../../../src/domain/city/configure-city';
import { listDrafts } from '../../../src/offline/store/draft/drafts';
import { markVisitSeen } from '../../../src/offline/store/visit/visits';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import type { ResidentPhone } from '../../../src/web/resident/shell/phone/phone-context';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { VisitsRoutes } from '../../../src/web/resident/visits/visits-routes';
import { makeRow } from './make-visit';
import { makePhone, makePhoneWithVisit, takeAnswer } from './phone-with-visit';

const words = await loadWords('id', ['resident', 'visits']);
const QUESTION = { text: 'Mohon siapkan KK asli', askedAt: '2026-11-24T02:30:00Z' };
const RESULTS = {
  departedAt: '2026-12-01T01:10:00Z',
  arrivedAt: '2026-12-01T01:40:00Z',
  closedAt: '2026-12-01T02:20:00Z',
  outcomes: [
    { service: 'kk', outcome: 'done', reason: '' },
    { service: 'akta-kelahiran', outcome: 'papers-missing', reason: 'Surat lahir tidak ada' },
    { service: 'ikd', outcome: 'declined', reason: 'Tidak mau hari ini' },
  ],
  lacking: ['kk-asli'],
  nextVisit: 'wanted',
} as unknown as NonNullable<BookingRow['visit']>;
const LACKING = metro.catalogue.requirements[0];

function show(address: string, phone: ResidentPhone) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="/kunjungan/*" element={<VisitsRoutes />} />
            <Route path="/ajukan/:id/periksa" element={<p>periksa</p>} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
}

beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('what the desk did', () => {
  it('is said on the card and, where new since the last look, on the page', async () => {
    const { phone, id } = await makePhoneWithVisit();
    await takeAnswer(phone, { row: makeRow({ id }) });
    await markVisitSeen(phone.store, id);
    const acceptedAt = '2026-11-24T02:30:00Z';
    await takeAnswer(phone, { row: makeRow({ id, revision: 3, acceptedAt, question: QUESTION }) });
    const { unmount } = show('/kunjungan', phone);
    await screen.findByText('Petugas bertanya. Buka untuk menjawab.');
    expect(screen.getByText(/Ada perubahan/)).toBeTruthy();
    unmount();
    const page = show(`/kunjungan/${id}`, phone);
    await screen.findByText('Permohonan sudah diperiksa petugas.');
    expect(screen.getByText('Petugas bertanya kepada pemohon.')).toBeTruthy();
    expect(screen.queryByText(/Status sekarang/)).toBeNull();
    page.unmount();
    show(`/kunjungan/${id}`, phone);
    await screen.findByText('Sudah diperiksa petugas');
    await waitFor(() => expect(screen.queryByText(/Ada perubahan/)).toBeNull());
  });

  it("comes, for a question, with the city's numbers to answer by", async () => {
    const { phone, id } = await makePhoneWithVisit();
    const contacts = [{ label: 'Layanan', phone: '+6281200000009', whatsapp: true }];
    const settings = { ...metro.settings, contacts };
    const city = configureCity(metro, { settings, catalogue: metro.catalogue });
    await takeAnswer(phone, { row: makeRow({ id, question: QUESTION }) });
    show(`/kunjungan/${id}`, { ...phone, city });
    await screen.findByText('Mohon siapkan KK asli');
    const call = screen.getByRole('link', { name: 'Telepon 0812-0000-0009' });
    expect(call.getAttribute('href')).toBe('tel:+6281200000009');
    const chat = screen.getByRole('link', { name: 'Kirim WhatsApp' }).getAttribute('href');
    expect(chat).toMatch(/^https:\/\/wa\.me\/6281200000009\?text=Nomor%20kunjungan/);
  });

  it('comes, for a cancellation, with its reason', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const cancelled = { by: 'desk', reason: 'Alamat di luar kota' } as const;
    await takeAnswer(phone, { row: makeRow({ id, state: 'cancelled', scheduled: undefined, cancelled }) });
    show(`/kunjungan/${id}`, phone);
    await screen.findByText('Petugas membatalkan kunjungan ini.');
    expect(screen.getByText('Alasan: Alamat di luar kota')).toBeTruthy();
  });

  it('names, for a referral, where the service is done, and no cancellation', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const cancelled = { by: 'desk', reason: 'Kantor Imigrasi' } as const;
    const row = makeRow({ id, state: 'cancelled', scheduled: undefined, cancelled, isReferred: true });
    await takeAnswer(phone, { row });
    show(`/kunjungan/${id}`, phone);
    await screen.findByRole('heading', { level: 1, name: /Dirujuk/ });
    expect(screen.getByText('Tempatnya: Kantor Imigrasi')).toBeTruthy();
    expect(screen.queryByText(/membatalkan|Dibatalkan|Alasan/)).toBeNull();
  });

  it('is told to a follower without its words', async () => {
    const phone = makePhone();
    const question = { ...QUESTION, text: '' };
    const row = makeRow({ role: 'follower', question, acceptedAt: '2026-11-24T02:30:00Z' });
    await takeAnswer(phone, { row });
    show(`/kunjungan/${row.id}`, phone);
    await screen.findByText('Petugas menunggu jawaban pemohon.');
    expect(screen.getByText('Sudah diperiksa petugas')).toBeTruthy();
    expect(screen.queryByText('Petugas bertanya')).toBeNull();
  });
});

describe('the visit itself', () => {
  it('is shown with the times of the city', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const visit = { departedAt: '2026-12-01T01:10:00Z', outcomes: [], lacking: [] };
    await takeAnswer(phone, { row: makeRow({ id, state: 'departed', visit }) });
    const { unmount } = show('/kunjungan', phone);
    await screen.findByText('Petugas dalam perjalanan, 08.10');
    unmount();
    show(`/kunjungan/${id}`, phone);
    await screen.findByText('Petugas berangkat');
    expect(screen.getByText('08.10')).toBeTruthy();
    expect(screen.queryByText('Petugas tiba')).toBeNull();
  });

  it('ends with the outcome of each service, and says when not everything is done', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const visit = { ...RESULTS, lacking: LACKING ? [LACKING.id] : [] };
    await takeAnswer(phone, { row: makeRow({ id, state: 'closed', visit }) });
    show(`/kunjungan/${id}`, phone);
    await screen.findByRole('heading', { name: /Ada yang belum selesai/ });
    for (const outcome of ['Selesai', 'Berkas kurang', 'Menolak']) {
      expect(screen.getByText(outcome)).toBeTruthy();
    }
    expect(screen.getByText('Kata petugas: Surat lahir tidak ada')).toBeTruthy();
    expect(screen.getByText('Siapkan berkas yang kurang. Lalu ajukan kunjungan lanjutan.')).toBeTruthy();
    expect(screen.getByText('Anda boleh mengajukannya lagi kapan saja.')).toBeTruthy();
    expect(screen.getByText(LACKING?.name ?? 'none')).toBeTruthy();
  });

  it('leads to the next visit with all that is known, and to the same draft again', async () => {
    const { phone, id } = await makePhoneWithVisit();
    await takeAnswer(phone, { row: makeRow({ id, state: 'closed', visit: RESULTS }) });
    for (const _ of [1, 2]) {
      const { unmount } = show(`/kunjungan/${id}`, phone);
      await userEvent.click(await screen.findByRole('button', { name: 'Ajukan kunjungan lanjutan' }));
      await screen.findByText('periksa');
      unmount();
    }
    const drafts = await listDrafts(phone.store);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      followUpOf: id,
      recipientIs: 'parent',
      recipientName: 'Siti Contoh',
      birthYear: '1950',
      street: 'Jalan Contoh 1',
      contactPhone: '0812-0000-0000',
      channel: 'call',
      services: ['akta-kelahiran'],
      windows: [],
    });
    expect(drafts[0]?.id).not.toBe(id);
  });

  it('offers a follower no next visit', async () => {
    const phone = makePhone();
    const row = makeRow({ role: 'follower', state: 'closed', visit: RESULTS });
    await takeAnswer(phone, { row });
    show(`/kunjungan/${row.id}`, phone);
    await screen.findByRole('heading', { name: /Ada yang belum selesai/ });
    expect(screen.queryByRole('button', { name: 'Ajukan kunjungan lanjutan' })).toBeNull();
  });
});
