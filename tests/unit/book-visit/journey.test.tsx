// @vitest-environment jsdom
// Imported before Dexie, which looks only once for the global indexedDB that its live queries need.
import './one-realm';
import 'fake-indexeddb/auto';
// Loads the numbering plans now: a page lets a number pass that it cannot judge soon.
import '../../../src/web/ui/number-abroad/number-abroad';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listDrafts, readDraft, startDraft } from '../../../src/offline/store/draft/drafts';
import { listVisits } from '../../../src/offline/store/visit/visits';
import { NOW, noConnection, openNewPhone, renderBooking } from './render-booking';

beforeEach(() => {
  vi.stubGlobal('fetch', noConnection);
  vi.stubGlobal('scrollTo', () => undefined);
  // jsdom has no layout, so there is nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  // Back to jsdom, which has none.
  Reflect.deleteProperty(navigator, 'geolocation');
});

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
const pick = (name: string | RegExp) => userEvent.click(screen.getByRole('radio', { name }));
const tick = (name: string | RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));
const type = (label: RegExp, text: string) =>
  userEvent.type(screen.getByRole('textbox', { name: label }), text);

describe('booking a visit', () => {
  it('goes through every page without a connection and ends with a queued visit', async () => {
    const store = openNewPhone();
    const { router } = renderBooking(store, '/ajukan?layanan=akta-kematian');
    expect(await screen.findByText(/Layanan yang dipilih: Akta kematian/)).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Mulai isi' }));

    await heading('Kunjungan ini untuk siapa?');
    await pick('Orang tua saya');
    await goOn();

    const recipient = await heading('Siapa yang dilayani di rumah?');
    expect(document.activeElement).toBe(recipient);
    await type(/Nama lengkap/, 'Contoh Ibu');
    await type(/Tahun lahir/, '1950');
    await type(/NIK/, '1872014101510001');
    expect(screen.getByText(/Tahun lahir di NIK berbeda/)).toBeTruthy();
    await goOn();

    await heading('Apa yang perlu kami siapkan?');
    await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
    await heading('Siapa yang dilayani di rumah?');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^NIK/ }).value).toBe('1872014101510001');
    await goOn();
    await heading('Apa yang perlu kami siapkan?');
    await tick('Sulit mendengar');
    await goOn();

    await heading('Layanan apa yang dibutuhkan?');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Akta kematian' }).checked).toBe(true);
    await goOn();

    await heading('Siapkan berkas ini');
    await pick('Tidak');
    await tick('Surat keterangan kematian');
    await goOn();

    await heading('Di mana rumahnya?');
    await type(/Jalan dan nomor rumah/, 'Jalan Contoh 1');
    await type(/^RT/, '003');
    await userEvent.type(screen.getByRole('searchbox', { name: /Kelurahan/ }), 'ganjarasri');
    await pick('Kel. Ganjar Asri, Metro Barat');
    await goOn();

    await heading('Kapan petugas boleh datang?');
    await pick('Saya pilih waktunya');
    await screen.findByText(/belum dicek, karena tidak ada sinyal/);
    const siang = screen.getAllByRole('checkbox', { name: /^Siang/ });
    for (const row of [siang[1], siang[0]]) if (row) await userEvent.click(row);
    expect(siang[0]?.closest('label')?.textContent).toContain('Pilihan ke-2.');
    expect(siang[0]?.closest('label')?.textContent).toMatch(/Siang, \d\d\.\d\d–\d\d\.\d\d/);
    await goOn();

    await heading('Siapa yang bisa kami hubungi?');
    expect(screen.queryByRole('button', { name: /Pakai nama/ })).toBeNull();
    await type(/^Nama/, 'Contoh Anak');
    await type(/Nomor telepon/, '0812 3456 7890');
    await pick('WhatsApp');
    await goOn();

    await heading('Periksa jawaban Anda');
    expect(screen.getByText('0812-3456-7890')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Kirim permohonan' }));
    await screen.findByText('Halaman lain');

    const [visit, ...others] = await listVisits(store);
    expect(others).toEqual([]);
    expect(router.state.location.pathname).toBe(`/kunjungan/${visit?.id}`);
    expect(visit?.services).toEqual(['akta-kematian']);
    expect(visit?.prepared).toEqual(['surat-kematian']);
    expect(visit?.preferences).toHaveLength(2);
    expect(visit?.personal?.recipientName).toBe('Contoh Ibu');
    expect(await listDrafts(store)).toEqual([]);
  });

  it('says what is wrong in a summary that links to the field', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, { recipientName: 'Contoh Ibu', nik: '123' });
    renderBooking(store, `/ajukan/${draft.id}/penerima`);
    await heading('Siapa yang dilayani di rumah?');
    await goOn();
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('Ada 2 isian yang perlu diperbaiki');
    await userEvent.click(screen.getByRole('link', { name: /Isi tahun lahir/ }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Tahun lahir/ }));
  });

  it('restores what was typed after the page was hidden and killed', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW);
    const first = renderBooking(store, `/ajukan/${draft.id}/penerima`);
    await heading('Siapa yang dilayani di rumah?');
    await type(/Nama lengkap/, 'Contoh Ibu');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect((await readDraft(store, draft.id))?.recipientName).toBe('Contoh Ibu'));
    first.unmount();

    renderBooking(store, '/ajukan');
    await userEvent.click(await screen.findByRole('link', { name: /Kunjungan untuk Contoh Ibu/ }));
    await heading('Siapa yang dilayani di rumah?');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Nama lengkap/ }).value).toBe('Contoh Ibu');
  });

  it('names the parts that lack something, and returns to the check page from each', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW);
    renderBooking(store, `/ajukan/${draft.id}/periksa`);
    await heading('Periksa jawaban Anda');
    await userEvent.click(screen.getByRole('button', { name: 'Kirim permohonan' }));
    expect(await listVisits(store)).toEqual([]);
    // Without a service there are no requirements to count.
    expect(screen.queryByText(/dari 0/)).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: /Ubah Kunjungan untuk/ }));
    await heading('Kunjungan ini untuk siapa?');
    await pick('Saya sendiri');
    await goOn();
    await heading('Periksa jawaban Anda');
    expect(screen.getByText('Saya sendiri')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Kunjungan untuk siapa' })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Alamat' }));
    await heading('Di mana rumahnya?');
    expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe(
      `/ajukan/${draft.id}/periksa`,
    );
  });

  it('takes the number of a child abroad and shows its country where the answers are checked', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, { contactName: 'Contoh Anak', channel: 'whatsapp' });
    renderBooking(store, `/ajukan/${draft.id}/kontak`);
    await heading('Siapa yang bisa kami hubungi?');
    await type(/Nomor telepon/, '+6512345678');
    await goOn();
    expect((await screen.findByRole('alert')).textContent).toContain('Nomor luar negeri ini tidak ada');
    const field = screen.getByRole('textbox', { name: /Nomor telepon/ });
    await userEvent.clear(field);
    await userEvent.type(field, '00886 912 345 678');
    expect(await screen.findByText('+886 912 345 678 (Taiwan)')).toBeTruthy();
    await goOn();
    await heading('Periksa jawaban Anda');
    expect(await screen.findByText('+886 912 345 678 (Taiwan)')).toBeTruthy();
  });

  it('asks about a point far from the kelurahan, keeps it only after a yes, and removes it at the check', async () => {
    let coords = { latitude: 3.139, longitude: 101.6869, accuracy: 12 };
    const read = (found: (position: object) => void) => found({ coords });
    Object.defineProperty(navigator, 'geolocation', {
      value: { getCurrentPosition: read },
      configurable: true,
    });
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, { area: '18.72.01.1001' as never, street: 'Jalan Contoh 1' });
    renderBooking(store, `/ajukan/${draft.id}/alamat`);
    await heading('Di mana rumahnya?');
    const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    await press('Tambahkan titik lokasi');
    expect(await screen.findByText('Titik ini jauh dari kelurahan')).toBeTruthy();
    expect(screen.getByText(/1\.00\d(,\d)? km di barat laut dari tengah Kel\. Metro/)).toBeTruthy();
    expect(screen.queryByText(/Titik lokasi tersimpan/)).toBeNull();
    await goOn();
    await heading('Kapan petugas boleh datang?');
    expect((await readDraft(store, draft.id))?.point).toBeUndefined();
    await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
    await heading('Di mana rumahnya?');
    coords = { latitude: -5.12165, longitude: 105.30447, accuracy: 850 };
    await press('Tambahkan titik lokasi');
    expect(await screen.findByText('Titik ini kurang teliti')).toBeTruthy();
    await press('Tetap pakai titik ini');
    await waitFor(async () => expect((await readDraft(store, draft.id))?.point?.accuracyM).toBe(850));
    // A street in Imopuro, beside the chosen kelurahan.
    coords = { latitude: -5.11265, longitude: 105.31347, accuracy: 9 };
    await press('Ambil ulang titik lokasi');
    expect(await screen.findByText('Titik ini di luar kelurahan yang dipilih')).toBeTruthy();
    expect(screen.getByText(/1,4 km di timur laut dari tengah Kel\. Metro/)).toBeTruthy();
    coords = { latitude: -5.1171, longitude: 105.309, accuracy: 9 };
    await press('Ambil ulang titik lokasi');
    expect(await screen.findByText(/tersimpan.*713 m di timur laut dari tengah Kel\. Metro/)).toBeTruthy();
    await waitFor(async () => expect((await readDraft(store, draft.id))?.point?.accuracyM).toBe(9));
    cleanup();

    renderBooking(store, `/ajukan/${draft.id}/periksa`);
    await heading('Periksa jawaban Anda');
    expect(await screen.findByText('Titik lokasi ikut dikirim')).toBeTruthy();
    expect(screen.getByText(/713 m di timur laut dari tengah Kel\. Metro.*9 meter/)).toBeTruthy();
    await press('Hapus titik lokasi');
    await waitFor(() => expect(screen.queryByText('Titik lokasi ikut dikirim')).toBeNull());
    await waitFor(async () => expect((await readDraft(store, draft.id))?.point).toBeUndefined());
  });

  it("offers the recipient's name to a resident who books for themselves, and fills it in only when asked", async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, { recipientIs: 'self', recipientName: 'Contoh Satu' });
    renderBooking(store, `/ajukan/${draft.id}/kontak`);
    await heading('Siapa yang bisa kami hubungi?');
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: /^Nama/ });
    expect(name.value).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Pakai nama Contoh Satu' }));
    expect(name.value).toBe('Contoh Satu');
  });

  it('asks the choice of a package and does not list its services a second time', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW);
    renderBooking(store, `/ajukan/${draft.id}/layanan`);
    await heading('Layanan apa yang dibutuhkan?');
    await pick('Lansia lengkap');
    expect(screen.queryByRole('checkbox', { name: /Identitas Kependudukan Digital/ })).toBeNull();
    await goOn();
    await screen.findByRole('alert');
    await pick('Pernah, perlu diganti');
    await goOn();
    await heading('Siapkan berkas ini');
    expect(screen.getByText('Apakah KTP lama hilang?')).toBeTruthy();
  });

  it('asks whether the KTP is damaged only where it is not lost', async () => {
    const store = openNewPhone();
    // An older app kept both questions answered.
    const answers = { 'ktp-hilang': true, 'ktp-rusak': true };
    const draft = await startDraft(store, NOW, { services: ['ktp-penggantian' as never], answers });
    renderBooking(store, `/ajukan/${draft.id}/syarat`);
    await heading('Siapkan berkas ini');
    const asked = () => screen.queryByRole('group', { name: 'Apakah KTP lama rusak?' });
    expect(asked()).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /KTP-el lama yang rusak/ })).toBeNull();
    const lost = within(screen.getByRole('group', { name: 'Apakah KTP lama hilang?' }));
    await userEvent.click(lost.getByRole('radio', { name: 'Tidak' }));
    const damaged = within(asked() ?? document.body);
    expect(damaged.getByRole<HTMLInputElement>('radio', { name: 'Ya' }).checked).toBe(true);
    expect(screen.getByRole('checkbox', { name: /KTP-el lama yang rusak/ })).toBeTruthy();
  });

  it('accepts no fourth window and says so', async () => {
    const store = openNewPhone();
    const draft = await startDraft(store, NOW, {
      services: ['akta-kematian' as never],
      area: '18.72.03.1004' as never,
    });
    renderBooking(store, `/ajukan/${draft.id}/waktu`);
    await heading('Kapan petugas boleh datang?');
    await pick('Saya pilih waktunya');
    const rows = screen.getAllByRole<HTMLInputElement>('checkbox').slice(0, 4);
    for (const row of rows) await userEvent.click(row);
    expect(rows.map((row) => row.checked)).toEqual([true, true, true, false]);
    expect(screen.getByText(/Paling banyak 3 pilihan/)).toBeTruthy();
  });

  it('shows the room that the server reported, the time it was read, and only what the server offers', async () => {
    const area = '18.72.03.1004';
    const window = (date: string, room: boolean) => ({
      date,
      window: 'pagi',
      start: '08:00',
      end: '11:30',
      room,
    });
    const windows = [window('2026-12-01', false), window('2026-12-02', true)];
    const answer = { area, readAt: '2026-11-30T02:00:00Z', windows };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)));
    const store = openNewPhone();
    const chosen = [{ date: '2026-12-01' as never, window: 'siang' as never }];
    const services = ['akta-kematian' as never];
    const draft = await startDraft(store, NOW, { services, area: area as never, windows: chosen });
    renderBooking(store, `/ajukan/${draft.id}/waktu`);
    await screen.findByText(/Dicek pukul 09\.00/);
    expect(await screen.findByText(/Pilihan yang sudah tidak tersedia dihapus/)).toBeTruthy();
    const hints = screen.getAllByRole('checkbox').map((row) => row.closest('label')?.textContent);
    expect(hints).toEqual([
      expect.stringContaining('Penuh. Jika dipilih, Anda masuk daftar tunggu.'),
      expect.stringContaining('Ada tempat.'),
    ]);
  });

  it('deletes a draft only after a confirmation', async () => {
    // jsdom has no modal dialogs.
    HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
      this.open = false;
    };
    const store = openNewPhone();
    await startDraft(store, NOW, { recipientName: 'Contoh Ibu' });
    renderBooking(store, '/ajukan');
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus isian ini' }));
    expect(await listDrafts(store)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Ya, hapus' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /Contoh Ibu/ })).toBeNull());
    expect(await listDrafts(store)).toEqual([]);
  });

  it('explains that a draft is not on this phone, and links to the visits', async () => {
    renderBooking(openNewPhone(), '/ajukan/0190d0d0-0000-7000-8000-000000000000/alamat');
    await heading('Isian ini tidak ada di HP ini');
    expect(screen.getByRole('link', { name: 'Lihat kunjungan saya' }).getAttribute('href')).toBe(
      '/kunjungan',
    );
  });
});
