// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/set-up/set-up-routes';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, problem, type Said, say, signedInAs } from './staff-page';

const user = userEvent.setup();
const CONFIG = 'GET /api/staff/config';
const PREVIEW = 'POST /api/staff/config/preview';
const SAVE = 'PUT /api/staff/config';

const config = { settings: metro.settings, catalogue: metro.catalogue };
const line = { at: '2026-12-01T04:00:00.000Z', by: 'Contoh Admin', note: 'jam baru' };
const NOTHING_LOST = { faults: [], effects: [], kept: 3 };

function fileOf(revision: number, settings: object = {}): Said {
  const history = revision === 0 ? [] : [{ revision, ...line }];
  return say({ revision, config: { ...config, settings: { ...config.settings, ...settings } }, history });
}

type Calls = Readonly<Record<string, readonly Said[]>>;

async function open(path: string, calls: Calls = {}) {
  const asked = answerCalls({
    'GET /api/staff/me': [say(signedInAs('admin'))],
    [CONFIG]: [fileOf(4)],
    [PREVIEW]: [say(NOTHING_LOST)],
    ...calls,
  });
  await openStaffApp(path);
  return (call: string) => asked.filter((one) => one.call === call).map(({ body }) => body);
}

const LEAD = 'Paling cepat, hari setelah hari ini';

async function typeLeadDays(days: string): Promise<void> {
  const field = await screen.findByLabelText(LEAD);
  await user.clear(field);
  await user.type(field, days);
}

const follow = (name: string) => user.click(screen.getByRole('link', { name }));

freshBrowserEachTest();

describe('the set-up of the city', () => {
  it('is edited, checked, and saved with a reason', async () => {
    const bodies = await open('/pengaturan/waktu', {
      [SAVE]: [say({ revision: 5, moved: 2, waiting: 1 })],
      [CONFIG]: [fileOf(4), fileOf(5, { leadDays: 2 })],
    });
    await typeLeadDays('2');
    await follow('Periksa perubahan');
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    const settings = { ...metro.settings, leadDays: 2 };
    const change = { revision: 4, config: { ...config, settings } };
    expect(bodies(PREVIEW)).toEqual([JSON.parse(JSON.stringify(change))]);
    await user.click(screen.getByRole('button', { name: 'Terapkan' }));
    expect(bodies(SAVE)).toEqual([]);
    await user.type(screen.getByLabelText('Mengapa diubah'), 'lebih longgar');
    await user.click(screen.getByRole('button', { name: 'Terapkan' }));
    await screen.findByText(/2 kunjungan pindah waktu. 1 kunjungan masuk daftar tunggu/);
    expect(bodies(SAVE)).toEqual([{ ...JSON.parse(JSON.stringify(change)), note: 'lebih longgar' }]);
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps what was typed when the page is opened again, and can restore a section', async () => {
    await open('/pengaturan/waktu');
    await typeLeadDays('3');
    cleanup();
    await open('/pengaturan/waktu');
    expect((await screen.findByLabelText<HTMLInputElement>(LEAD)).value).toBe('3');
    await user.click(screen.getByRole('button', { name: 'Kembalikan bagian ini' }));
    expect(screen.getByLabelText<HTMLInputElement>(LEAD).value).toBe(String(metro.settings.leadDays));
    expect(sessionStorage.length).toBe(0);
  });

  it('accepts a time as people write it', async () => {
    const bodies = await open('/pengaturan/waktu');
    const closes = await screen.findByLabelText<HTMLInputElement>('Jam tutup harian');
    expect(closes.value).toBe('15.00');
    await user.clear(closes);
    await user.type(closes, '9.30');
    await follow('Periksa perubahan');
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    expect(bodies(PREVIEW)).toMatchObject([{ config: { settings: { closesAt: '09:30' } } }]);
  });

  it('sets the hours of Ramadan for one window, those of its Fridays too, and takes them away again', async () => {
    const bodies = await open('/pengaturan/waktu');
    const [add] = await screen.findAllByRole('button', { name: 'Tambah masa dengan jam lain' });
    if (add) await user.click(add);
    const list = screen.getByRole('list', { name: 'Jam lain untuk Pagi' });
    const item = within(within(list).getByRole('listitem'));
    await user.type(item.getByLabelText('Nama masa'), 'Ramadan');
    await user.type(item.getByLabelText('Dari tanggal'), '2027-02-08');
    await user.type(item.getByLabelText('Sampai tanggal'), '2027-03-09');
    await user.click(item.getByRole('button', { name: 'Jam lain untuk Jumat' }));
    const end = item.getByLabelText('Selesai hari Jumat');
    await user.clear(end);
    await user.type(end, '10.45');
    await follow('Periksa perubahan');
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    const [pagi] = metro.settings.windows;
    const stretch = {
      name: 'Ramadan',
      from: '2027-02-08',
      to: '2027-03-09',
      start: pagi?.start,
      end: pagi?.end,
      onWeekday: { 5: { start: pagi?.start, end: '10:45' } },
    };
    const [changed, ...others] = metro.settings.windows;
    const windows = [{ ...changed, onDates: [stretch] }, ...others];
    expect(bodies(PREVIEW)).toMatchObject([{ config: { settings: { windows } } }]);
    cleanup();
    await open('/pengaturan/waktu');
    await user.click(await screen.findByRole('button', { name: 'Hapus Ramadan' }));
    expect(sessionStorage.length).toBe(0);
  });

  it('says which years lack their movable holidays, until there are some', async () => {
    await open('/pengaturan');
    await screen.findByText('Hari libur belum diisi: 2026, 2027');
    await follow('Isi hari libur');
    await screen.findByText('1 Mei: Hari Buruh Internasional');
    cleanup();
    const holidays = ['2026-03-20', '2027-03-10'].map((date) => ({ date, name: 'Contoh' }));
    await open('/pengaturan/libur', {
      'GET /api/city': [
        say({ revision: 4, config: { ...config, settings: { ...config.settings, holidays } } }),
      ],
    });
    await screen.findByText('1 Mei: Hari Buruh Internasional');
    await waitFor(() => expect(screen.queryByText(/Hari libur belum diisi/)).toBeNull());
  });

  it('links from the check to the empty field, and asks nothing of the server', async () => {
    const bodies = await open('/pengaturan/libur');
    await user.click(await screen.findByRole('button', { name: 'Tambah hari libur' }));
    const last = metro.settings.holidays.length + 1;
    await follow('Periksa perubahan');
    const [first] = await screen.findAllByRole('link', { name: `Hari libur, baris ${last}` });
    expect(bodies(PREVIEW)).toEqual([]);
    if (first) await user.click(first);
    await waitFor(() => expect(document.activeElement?.id).toBe(`settings.holidays.${last - 1}.date`));
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  });

  it('says the faults that the server found in words, and does not offer to save', async () => {
    const faults = ['rota of unit-1 on weekday 5: no areas', 'something new'];
    await open('/pengaturan/waktu', { [PREVIEW]: [say({ ...NOTHING_LOST, faults })] });
    await typeLeadDays('2');
    await follow('Periksa perubahan');
    await screen.findByText(/Unit 1, hari Jumat: pilih wilayah/);
    expect(screen.getByText('something new')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Terapkan' })).toBeNull();
  });

  it('shows which visits lose their window', async () => {
    const id = '01936f00-0000-7000-8000-000000000009';
    const effects = [{ id, number: '48271936', why: 'window-gone' }];
    await open('/pengaturan/waktu', { [PREVIEW]: [say({ ...NOTHING_LOST, effects })] });
    await typeLeadDays('2');
    await follow('Periksa perubahan');
    await screen.findByText('1 kunjungan kehilangan waktunya');
    const row = screen.getByRole('row', { name: /4827 1936/ });
    expect(within(row).getByText('Waktunya tidak ada lagi')).toBeTruthy();
  });
});

describe("a draft that somebody else's save overtook", () => {
  it('is rebased on the saved configuration, with the changes of both', async () => {
    const bodies = await open('/pengaturan/waktu', {
      [SAVE]: [problem(409, 'config-changed')],
      [CONFIG]: [fileOf(4), fileOf(5, { travelMinutes: 25 })],
    });
    await typeLeadDays('2');
    await follow('Periksa perubahan');
    await user.type(await screen.findByLabelText('Mengapa diubah'), 'lebih longgar');
    await user.click(screen.getByRole('button', { name: 'Terapkan' }));
    await screen.findByText('Pengaturan sudah diubah orang lain');
    expect(screen.getByText('Contoh Admin')).toBeTruthy();
    expect(screen.getByText('jam baru')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pasang pada yang terbaru' }));
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    expect(screen.getByLabelText<HTMLInputElement>('Mengapa diubah').value).toBe('lebih longgar');
    const settings = { leadDays: 2, travelMinutes: 25 };
    expect(bodies(PREVIEW).at(-1)).toMatchObject({ revision: 5, config: { settings } });
  });
});

describe('a file', () => {
  const choose = async (text: string) => {
    const file = new File([text], 'pengaturan.json', { type: 'application/json' });
    // jsdom cannot read files.
    Object.assign(file, { text: () => Promise.resolve(text) });
    await user.upload(await screen.findByLabelText('Pilih berkas JSON'), file);
  };

  it('that does not fit is refused with its faults by place, and the draft stays', async () => {
    await open('/pengaturan/berkas');
    await choose('{');
    await screen.findByText(/Isinya bukan JSON/);
    await choose(JSON.stringify({ ...config, settings: { ...config.settings, leadDays: 99 } }));
    const fault = await screen.findByText('settings.leadDays');
    expect(fault.parentElement?.textContent).toContain('Paling banyak 60');
    expect(sessionStorage.length).toBe(0);
  });

  it('that fits becomes the draft', async () => {
    const bodies = await open('/pengaturan/berkas');
    await choose(JSON.stringify({ ...config, settings: { ...config.settings, leadDays: 4 } }));
    await screen.findByText('Berkas terbaca');
    await follow('Periksa perubahan');
    await screen.findByText('Semua kunjungan tetap pada waktunya');
    expect(bodies(PREVIEW)).toMatchObject([{ revision: 4, config: { settings: { leadDays: 4 } } }]);
  });
});
