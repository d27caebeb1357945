// @vitest-environment jsdom
import '../book-visit/one-realm';
import 'fake-indexeddb/auto';
// Loads the numbering plans now: a page lets a number pass that it cannot judge soon.
import '../../../src/web/ui/number-abroad/number-abroad';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRecordDraft } from '../../../src/offline/crew/record-drafts';
import { standInForDialogs } from '../../support/modal-dialogs';
import { makeVisit, NEXT_DAY, NOW_MS } from './make-sheet';
import { makeDevice, renderSheet } from './render-crew';

beforeEach(() => {
  standInForDialogs();
});

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const outboxNames = async (device: Awaited<ReturnType<typeof makeDevice>>) =>
  (await device.store.outbox.toArray()).map(({ name }) => name);

test('the list shows the days in order, and buttons change the order', async () => {
  const device = await makeDevice([
    await makeVisit({ name: 'Siti Contoh', position: 1 }),
    await makeVisit({ name: 'Amir Contoh', position: 2 }),
    await makeVisit({ name: 'Besok Contoh', date: NEXT_DAY }),
  ]);
  renderSheet(device);
  const names = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  await screen.findByRole('heading', { name: 'Hari ini, Rabu, 25 November' });
  expect(names()).toEqual(['Siti Contoh', 'Amir Contoh', 'Besok Contoh']);
  press('Ubah urutan');
  press('Naikkan Amir Contoh');
  await waitFor(() => expect(names()).toEqual(['Amir Contoh', 'Siti Contoh', 'Besok Contoh']));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Naikkan Amir Contoh' }));
});

test('a visit shows for whom it is, what is needed and where, with ways to get in touch and to get there', async () => {
  const visit = await makeVisit({ point: { lat: -5.11, lng: 105.3, accuracyM: 10 } });
  renderSheet(await makeDevice([visit]), `/${visit.id}`);
  await screen.findByRole('heading', { name: /Siti Contoh/ });
  expect(screen.getByText('Jalan Contoh 12, RT 3/RW 4')).toBeTruthy();
  expect(screen.getByText(/Tidak bisa berjalan. Tinggal di lantai bawah/)).toBeTruthy();
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(href('Telepon')).toBe('tel:+6281234567890');
  expect(href('WhatsApp')).toBe('https://wa.me/6281234567890');
  expect(href('Buka peta')).toBe('geo:-5.11,105.3?q=-5.11,105.3');
  const requirements = within(screen.getByRole('region', { name: 'Persyaratan' }));
  expect(requirements.getByText('sudah disiapkan').parentElement?.textContent).toContain('Kartu Keluarga');
});

test('a contact abroad is reached by their own number, and the crew sees the country', async () => {
  const visit = await makeVisit();
  const contact = {
    ...visit.request.contact,
    channel: 'call',
    phone: '+620000000',
    phoneAbroad: '+966501234567',
  };
  const abroad = { ...visit, request: { ...visit.request, contact } } as typeof visit;
  renderSheet(await makeDevice([abroad]), `/${visit.id}`);
  expect(await screen.findByText('+966 50 123 4567 (Arab Saudi)')).toBeTruthy();
  const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(href('Telepon')).toBe('tel:+966501234567');
  expect(href('WhatsApp')).toBe('https://wa.me/966501234567');
});

test('a departure is kept on the phone, shown, and can be undone', async () => {
  const visit = await makeVisit();
  const device = await makeDevice([visit]);
  renderSheet(device, `/${visit.id}`);
  await screen.findByRole('heading', { name: /Siti Contoh/ });
  expect(screen.queryByRole('link', { name: 'Buka peta' })).toBeNull();
  press('Berangkat');
  await screen.findByText('Dalam perjalanan');
  expect(await outboxNames(device)).toEqual(['start-travel']);
  press('Urungkan');
  await screen.findByText('Terjadwal');
  expect(await outboxNames(device)).toEqual([]);
});

test('a departure to a visit on another day is confirmed before anyone is told', async () => {
  const visit = await makeVisit({ date: NEXT_DAY });
  const device = await makeDevice([visit]);
  renderSheet(device, `/${visit.id}`);
  await screen.findByRole('heading', { name: /Siti Contoh/ });
  press('Berangkat');
  await screen.findByRole('heading', { name: /^Kunjungan ini untuk Kamis, 26 November/ });
  press('Belum');
  expect(await outboxNames(device)).toEqual([]);
  press('Berangkat');
  press('Ya, berangkat sekarang');
  await screen.findByText('Dalam perjalanan');
  expect(await outboxNames(device)).toEqual(['start-travel']);
});

test('an arrival needs the number of this visit, or a reason', async () => {
  const visit = await makeVisit({ state: 'departed', number: '10000017' });
  const device = await makeDevice([visit]);
  renderSheet(device, `/${visit.id}/sampai`);
  const number = await screen.findByLabelText('Nomor permohonan');
  fireEvent.change(number, { target: { value: '4827 1936' } });
  press('Catat sampai');
  expect(await screen.findByRole('alert')).toBeTruthy();
  press('Tidak bisa pindai atau ketik nomor');
  press('Catat sampai');
  expect((await screen.findByRole('alert')).textContent).toContain('Tulis alasannya.');
  fireEvent.change(screen.getByLabelText('Mengapa tidak bisa?'), { target: { value: 'HP mati' } });
  press('Catat sampai');
  await screen.findByText('Di rumah');
  expect(await outboxNames(device)).toEqual(['arrive-at-home']);
});

test('a record is checked, keeps each answer as it is given, and closes the visit', async () => {
  const visit = await makeVisit({ state: 'arrived' });
  const device = await makeDevice([visit]);
  const first = renderSheet(device, `/${visit.id}/hasil`);
  await screen.findByRole('heading', { name: /Catat hasil/ });
  press('Simpan hasil');
  expect((await screen.findByRole('alert')).textContent).toMatch(/Pilih hasil untuk/);
  const [family, digital] = screen.getAllByRole('radio', { name: 'Berkas kurang' });
  if (!family || !digital) throw new Error('the form does not show two services');
  fireEvent.click(family);
  fireEvent.click(screen.getAllByRole('radio', { name: 'Selesai' })[1] ?? family);
  press('Simpan hasil');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/Tulis alasan untuk Kartu Keluarga/);
  expect(alert.textContent).toMatch(/Pilih berkas yang masih kurang/);
  fireEvent.change(screen.getByLabelText('Alasan'), { target: { value: 'KK tertinggal' } });
  await waitFor(async () => {
    const kept = await readRecordDraft(device.store, visit.id);
    expect(JSON.stringify(kept)).toContain('KK tertinggal');
  });
  first.unmount();

  renderSheet(device, `/${visit.id}/hasil`);
  expect((await screen.findByLabelText('Alasan')).getAttribute('value')).toBe('KK tertinggal');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Kartu Keluarga (KK)' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Perlu kunjungan lagi' }));
  press('Simpan hasil');
  await screen.findByText('Selesai dicatat');
  expect(await outboxNames(device)).toEqual(['record-visit']);
  expect(screen.getByText(/Berkas kurang. KK tertinggal/)).toBeTruthy();
});

test('a visit that cannot be made goes back to the desk with a reason', async () => {
  const visit = await makeVisit();
  const device = await makeDevice([visit]);
  renderSheet(device, `/${visit.id}/kembalikan`);
  fireEvent.change(await screen.findByLabelText('Mengapa tidak bisa?'), { target: { value: 'Mobil mogok' } });
  press('Kembalikan ke meja');
  await screen.findByText('Dikembalikan');
  expect(await outboxNames(device)).toEqual(['return-visit']);
});

test('a conflict is shown while the server reports it', async () => {
  const at = new Date(NOW_MS).toISOString();
  const conflict = { recordId: 'x', bookingId: 'gone', number: '10000017', why: 'moved', at };
  renderSheet(await makeDevice([], { conflicts: [conflict] as never }));
  expect(await screen.findByText('Kunjungan ini sudah dipindah meja')).toBeTruthy();
});

test('after the end of the day the sheet and its visits are hidden until the next sign-in', async () => {
  const visit = await makeVisit();
  const device = await makeDevice([visit]);
  for (const address of ['', `/${visit.id}`]) {
    renderSheet(device, address, Date.UTC(2026, 10, 25, 17, 1));
    expect(await screen.findByText(/Hari kerja ini sudah berakhir/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Siti Contoh')).toBeNull());
    cleanup();
  }
});

test('the printed sheet has each visit of the day in one table', async () => {
  const device = await makeDevice([await makeVisit(), await makeVisit({ name: 'Amir Contoh' })]);
  renderSheet(device, '/cetak');
  const table = within(await screen.findByRole('table'));
  expect(table.getAllByRole('row')).toHaveLength(3);
  expect(table.getAllByText('IKD')).toHaveLength(2);
});
