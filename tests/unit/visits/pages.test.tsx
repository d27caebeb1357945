// @vitest-environment jsdom
import '../book-visit/one-realm';
// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listDrafts } from '../../../src/offline/store/draft/drafts';
import { markVisitSeen, readVisit } from '../../../src/offline/store/visit/visits';
import { loadWords, WordsProvider } from '../../../src/web/copy/words';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { FollowPage } from '../../../src/web/resident/visits/follow/follow-page';
import { VisitsRoutes } from '../../../src/web/resident/visits/visits-routes';
import { standInForDialogs } from '../../support/modal-dialogs';
import { makeRow, TOKEN, TUESDAY } from './make-visit';
import { makePhone, makePhoneWithVisit, takeAnswer } from './phone-with-visit';

const words = await loadWords('id', ['resident', 'visits']);
const THURSDAY = { ...TUESDAY, date: '2026-12-03' as typeof TUESDAY.date };

function show(address: string, phone = makePhone()) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <WordsProvider words={words}>
        <PhoneProvider phone={phone}>
          <Routes>
            <Route path="/kunjungan/*" element={<VisitsRoutes />} />
            <Route path="/ikuti" element={<FollowPage />} />
            <Route path="/ajukan/:id/periksa" element={<p>periksa</p>} />
          </Routes>
        </PhoneProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
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

describe('Kunjungan saya', () => {
  it('says what to do when there is no visit', async () => {
    show('/kunjungan');
    await screen.findByText(/Belum ada kunjungan/);
    expect(screen.getByRole('link', { name: 'Ajukan kunjungan' }).getAttribute('href')).toBe('/ajukan');
  });

  it('says that a request is only on this phone, then shows its date once it is known', async () => {
    const { phone, id } = await makePhoneWithVisit();
    show('/kunjungan', phone);
    await screen.findByText('Tersimpan di HP ini');
    expect(screen.getByText(/Untuk Siti Contoh/)).toBeTruthy();
    await takeAnswer(phone, { row: makeRow({ id }) });
    await screen.findByText('Terjadwal, Selasa 1 Desember 2026, 08.00–11.30');
  });
});

describe('a visit', () => {
  it('is not found where the phone has none', async () => {
    show('/kunjungan/01930000-0000-7000-8000-00000000dead');
    await screen.findByRole('heading', { name: 'Kunjungan tidak ditemukan' });
  });

  it('keeps a ticked requirement', async () => {
    const { phone, id } = await makePhoneWithVisit();
    show(`/kunjungan/${id}`, phone);
    const [requirement] = await screen.findAllByRole('checkbox');
    if (!requirement) throw new Error('no requirement to prepare');
    await userEvent.click(requirement);
    await waitFor(async () => expect((await readVisit(phone.store, id))?.prepared).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'Batalkan kunjungan' })).toBeNull();
  });

  it('says once what changed since it was last opened', async () => {
    const { phone, id } = await makePhoneWithVisit();
    await takeAnswer(phone, { row: makeRow({ id }) });
    await markVisitSeen(phone.store, id);
    await takeAnswer(phone, { row: makeRow({ id, revision: 3, scheduled: THURSDAY }) });
    const { unmount } = show(`/kunjungan/${id}`, phone);
    await screen.findByText('Jadwal sekarang: Kamis 3 Desember 2026, 08.00–11.30.');
    expect(screen.queryByText(/Status sekarang/)).toBeNull();
    await waitFor(async () => expect((await readVisit(phone.store, id))?.changedSince).toBeUndefined());
    expect(screen.getByText(/Jadwal sekarang/)).toBeTruthy();
    unmount();
    show(`/kunjungan/${id}`, phone);
    await screen.findByRole('heading', { name: /Terjadwal/ });
    expect(screen.queryByText(/Jadwal sekarang/)).toBeNull();
  });

  it('is cancelled after one confirmation, and stays scheduled until the cancellation is sent', async () => {
    const { phone, id } = await makePhoneWithVisit();
    await takeAnswer(phone, { row: makeRow({ id }) });
    show(`/kunjungan/${id}`, phone);
    await userEvent.click(await screen.findByRole('button', { name: 'Batalkan kunjungan' }));
    expect(await phone.store.outbox.count()).toBe(0);
    await userEvent.click(await screen.findByRole('button', { name: 'Ya, batalkan' }));
    await screen.findByText('Pembatalan belum terkirim');
    expect(await phone.store.outbox.count()).toBe(1);
    expect(screen.getByRole('heading', { name: /Terjadwal/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Batalkan kunjungan' })).toBeNull();
  });

  it('on the waiting list takes another window by one press', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const waiting = { place: 3, alternatives: [THURSDAY], readAt: '2026-11-24T02:00:00Z' };
    await takeAnswer(phone, { row: makeRow({ id, state: 'waiting', scheduled: undefined, waiting }) });
    show(`/kunjungan/${id}`, phone);
    await userEvent.click(await screen.findByRole('button', { name: 'Pilih Kamis 3 Desember, 08.00–11.30' }));
    await screen.findByText('Pilihan Anda: Kamis 3 Desember 2026, pagi.');
    expect((await phone.store.outbox.toArray()).map(({ name }) => name)).toEqual(['choose-window']);
  });

  it('that was refused says why, and opens again with all that was typed', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const problem = { type: 'urn:x', title: '', status: 422, code: 'area-unknown' } as const;
    await takeAnswer(phone, { problem });
    show(`/kunjungan/${id}`, phone);
    await screen.findByText('Permohonan belum bisa diterima');
    await userEvent.click(screen.getByRole('button', { name: 'Perbaiki' }));
    await screen.findByText('periksa');
    expect((await listDrafts(phone.store)).map((draft) => draft.street)).toEqual(['Jalan Contoh 1']);
  });
});

describe('another window', () => {
  it('offers the windows that were read last, says so, and asks for a choice', async () => {
    const { phone, id } = await makePhoneWithVisit();
    const row = makeRow({ id });
    await takeAnswer(phone, { row });
    const key = new URLSearchParams({ area: row.area, minutes: '45', programmes: 'mpp-mobile' }).toString();
    const windows = [
      { ...TUESDAY, room: true },
      { ...THURSDAY, room: true },
      { ...THURSDAY, window: 'siang' as typeof TUESDAY.window, room: false },
    ];
    const answer = { area: row.area, readAt: '2026-11-24T02:00:00Z', windows };
    await phone.store.availability.put({ key, savedAtMs: 0, answer });
    show(`/kunjungan/${id}/waktu`, phone);
    await screen.findByText('Dibaca Selasa 24 November 2026, 09.00. Bisa berubah.');
    expect(screen.getByText(/Ini bacaan lama/)).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Pakai waktu ini' }));
    expect((await screen.findAllByText('Pilih satu waktu')).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio'));
    await userEvent.click(screen.getByRole('button', { name: 'Pakai waktu ini' }));
    await screen.findByText('Waktu baru belum terkirim');
    expect((await readVisit(phone.store, id))?.pendingChoice?.date).toBe('2026-12-03');
  });

  it('says when no windows could be read', async () => {
    const { phone, id } = await makePhoneWithVisit();
    await takeAnswer(phone, { row: makeRow({ id }) });
    show(`/kunjungan/${id}/waktu`, phone);
    await screen.findByText(/belum bisa dibaca/);
    expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy();
  });
});

describe('a follow link', () => {
  it('that is cut short says so', async () => {
    show('/ikuti#abc');
    await screen.findByText(/tidak lengkap/);
  });

  it('is kept on this phone once, and opens its visit when that arrives', async () => {
    const phone = makePhone();
    show(`/ikuti#${TOKEN}`, phone);
    const follow = await screen.findByRole('button', { name: 'Ikuti kunjungan' });
    await userEvent.click(follow);
    expect((await screen.findAllByText('Tulis nama Anda')).length).toBeGreaterThan(0);
    expect(await phone.store.outbox.count()).toBe(0);
    await userEvent.type(screen.getByLabelText('Nama Anda untuk pemilik permohonan'), 'Contoh Anak');
    await userEvent.click(follow);
    await screen.findByText(/Tautan tersimpan/);
    expect(await phone.store.outbox.count()).toBe(1);
    await takeAnswer(phone, { row: makeRow({ role: 'follower' }) });
    await screen.findByRole('heading', { name: /Terjadwal/ });
    expect(screen.queryByRole('button', { name: 'Batalkan kunjungan' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it("of this phone's own visit opens it without asking", async () => {
    const { phone, id } = await makePhoneWithVisit();
    const token = (await readVisit(phone.store, id))?.personal?.followToken;
    show(`/ikuti#${token}`, phone);
    await screen.findByRole('heading', { name: /Tersimpan di HP ini/ });
    expect(await phone.store.outbox.count()).toBe(1);
  });
});
