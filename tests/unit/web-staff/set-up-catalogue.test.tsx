// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/set-up/set-up-routes';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { freshBrowserEachTest } from './fresh-browser';
import { openCatalogue as open, press, type, user } from './open-catalogue';

const { catalogue } = metro;

freshBrowserEachTest();

describe('a package', () => {
  it('is added with its services, its choice and its referrals', async () => {
    const edited = await open('/pengaturan/paket');
    await press('Tambah paket');
    await screen.findByRole('heading', { name: 'Paket baru' });
    await type('Nama paket', 'Menikah');
    await type('Penjelasan singkat', 'KK baru dan kartu baru.');
    const services = await screen.findByRole('group', { name: /Layanan dalam paket/ });
    await user.click(within(services).getByRole('checkbox', { name: /^Kartu Keluarga/ }));
    await press('Tambah pertanyaan pilihan');
    await type('Pertanyaan', 'Punya KTP-el?');
    const options = within(screen.getByRole('list', { name: 'Jawaban' }));
    const labels = options.getAllByRole('textbox', { name: 'Jawaban' });
    for (const [index, label] of labels.entries()) await user.type(label, index === 0 ? 'Belum' : 'Sudah');
    const [, second] = options.getAllByRole('combobox');
    if (second) await user.selectOptions(second, 'ktp-penggantian');
    await user.click(screen.getByRole('checkbox', { name: 'Otentikasi Taspen' }));
    expect(screen.getByText(/^Semuanya 50 menit/)).toBeTruthy();
    const added = (await edited()).packages.at(-1);
    expect(added).toEqual({
      id: expect.stringMatching(/^paket-[0-9a-f]{8}$/),
      name: 'Menikah',
      summary: 'KK baru dan kartu baru.',
      services: ['kk'],
      referrals: ['taspen'],
      choice: {
        text: 'Punya KTP-el?',
        options: [
          { label: 'Belum', service: 'ktp-perekaman' },
          { label: 'Sudah', service: 'ktp-penggantian' },
        ],
      },
    });
  });

  it('takes the place that the admin gives it, and loses its choice alone', async () => {
    const edited = await open('/pengaturan/paket/lansia-lengkap');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Urutan' }), '0');
    await press('Hapus pertanyaan pilihan');
    const [first, ...others] = (await edited()).packages;
    expect(first).toEqual({ ...catalogue.packages[3], choice: undefined });
    expect(others).toEqual(catalogue.packages.filter(({ id }) => id !== 'lansia-lengkap'));
  });

  it('is removed, and nothing else', async () => {
    const edited = await open('/pengaturan/paket/bayi-lahir');
    await press('Hapus paket ini');
    await screen.findByRole('heading', { name: 'Paket' });
    expect(await edited()).toEqual({ ...catalogue, packages: catalogue.packages.slice(1) });
  });
});

describe('a question', () => {
  it('is added with the requirement that its answer asks for', async () => {
    const edited = await open('/pengaturan/pertanyaan');
    await press('Tambah pertanyaan');
    await type('Pertanyaan', 'Apakah alamat berubah?');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Layanan' }), 'ikd');
    await press('Tambah layanan ini');
    const requirements = within(screen.getByRole('group', { name: /^Syarat: Aktivasi/ }));
    await user.selectOptions(requirements.getByRole('combobox', { name: 'Syarat' }), 'surat-rt-rw');
    await user.selectOptions(requirements.getByRole('combobox', { name: 'Diminta' }), 'when-no');
    const next = await edited();
    const question = next.questions.at(-1);
    expect(question?.text).toBe('Apakah alamat berubah?');
    const before = catalogue.services.find(({ id }) => id === 'ikd')?.standard.persyaratan ?? [];
    expect(next.services.find(({ id }) => id === 'ikd')?.standard.persyaratan).toEqual([
      ...before,
      { requirement: 'surat-rt-rw', when: { question: question?.id, is: false } },
    ]);
  });

  it('changes the requirement of one answer and leaves the others in place', async () => {
    const edited = await open('/pengaturan/pertanyaan/ktp-hilang');
    const requirements = within(await screen.findByRole('group', { name: /^Syarat: Penggantian KTP-el/ }));
    await user.selectOptions(requirements.getByRole('combobox', { name: 'Syarat' }), 'surat-rt-rw');
    const before = catalogue.services.find(({ id }) => id === 'ktp-penggantian')?.standard.persyaratan ?? [];
    const after = (await edited()).services.find(({ id }) => id === 'ktp-penggantian');
    expect(after?.standard.persyaratan).toEqual(
      before.map((line) =>
        line.when?.question === 'ktp-hilang' ? { ...line, requirement: 'surat-rt-rw' } : line,
      ),
    );
  });

  it('takes with it what only its answer asked for; what its answer ruled out is always asked for', async () => {
    const edited = await open('/pengaturan/pertanyaan/kk-hilang');
    await press('Hapus pertanyaan ini');
    await screen.findByRole('heading', { name: 'Pertanyaan' });
    const { questions, services } = await edited();
    const lines = services.flatMap(({ standard }) => standard.persyaratan);
    expect(questions.some(({ id }) => id === 'kk-hilang')).toBe(false);
    expect(JSON.stringify(lines)).not.toContain('kk-hilang');
    const had = catalogue.services.flatMap(({ standard }) => standard.persyaratan);
    const gone = had.filter(({ when }) => when?.question === 'kk-hilang').length;
    expect(gone).toBeGreaterThan(0);
    expect(had.some(({ unless }) => unless?.question === 'kk-hilang')).toBe(true);
    expect(lines).toHaveLength(had.length - gone);
  });
});

describe('a referral', () => {
  it('is added with where to go', async () => {
    const edited = await open('/pengaturan/rujukan');
    await press('Tambah rujukan');
    await type('Nama layanan', 'Contoh Layanan');
    await type('Instansi', 'Contoh Dinas');
    await type('Ke mana harus pergi', 'Datang ke kantor dinas.');
    await press('Tambah kata');
    await type('Kata', 'contoh');
    expect((await edited()).referrals.at(-1)).toEqual({
      id: expect.stringMatching(/^rujukan-[0-9a-f]{8}$/),
      name: 'Contoh Layanan',
      agency: 'Contoh Dinas',
      whereToGo: 'Datang ke kantor dinas.',
      searchWords: ['contoh'],
    });
  });

  it('is removed from the packages too', async () => {
    const edited = await open('/pengaturan/rujukan/taspen');
    await press('Hapus rujukan ini');
    const { referrals, packages } = await edited();
    expect(referrals.map(({ id }) => id)).not.toContain('taspen');
    expect(packages[3]?.referrals).toEqual(['bpjs-kesehatan']);
  });
});

it('an entry that no longer exists has no page', async () => {
  for (const path of ['paket/x', 'pertanyaan/x', 'rujukan/x']) {
    await open(`/pengaturan/${path}`);
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/tidak/i));
    cleanup();
  }
});

it('an empty name is linked from the check to its field', async () => {
  await open('/pengaturan/paket');
  await press('Tambah paket');
  await user.click(await screen.findByRole('link', { name: 'Periksa perubahan' }));
  const place = catalogue.packages.length;
  await user.click(await screen.findByRole('link', { name: `Paket, baris ${place + 1}` }));
  await waitFor(() => expect(document.activeElement?.id).toBe(`catalogue.packages.${place}.name`));
});
