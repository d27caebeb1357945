// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/set-up/set-up-routes';
import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { Catalogue, PackageId, QuestionId, ServiceId } from '../../../src/domain/catalogue/service';
import { freshBrowserEachTest } from './fresh-browser';
import { faultsOf, openCatalogue as open, press, user } from './open-catalogue';

const { catalogue } = metro;

freshBrowserEachTest();

async function group(name: string) {
  return within(await screen.findByRole('group', { name }));
}
const known = () => group('Jawaban yang sudah pasti');
const made = () => group('Syarat yang dibuat dalam kunjungan ini');

function packageIn({ packages }: Catalogue, id: string) {
  return packages.find((one) => one.id === id);
}

function requirementsOf({ services }: Catalogue, id: string) {
  return services.find((one) => one.id === id)?.standard.persyaratan ?? [];
}

describe('the answers that a package gives by itself', () => {
  it('are set for the questions that its services ask, and can be saved', async () => {
    const edited = await open('/pengaturan/paket/pindah-rumah');
    await press('Tambah jawaban');
    const fields = within((await known()).getAllByRole('listitem').at(-1) ?? document.body);
    const question = fields.getByRole('combobox', { name: 'Pertanyaan' });
    const offered = within(question)
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(offered).toContain('Apakah KTP lama rusak?');
    expect(offered).not.toContain('Apakah surat keterangan lahir ada?');
    expect(offered).not.toContain('Apakah ada data di KK yang berubah?');
    await user.selectOptions(question, 'Apakah KTP lama hilang?');
    await user.selectOptions(fields.getByRole('combobox', { name: 'Jawaban' }), 'Tidak');
    const next = await edited();
    expect(packageIn(next, 'pindah-rumah')?.known).toEqual([
      { question: 'kk-berubah', is: true },
      { question: 'ktp-hilang', is: false },
    ]);
    expect(faultsOf(next)).toEqual([]);
  });

  it('are removed, the last with the whole list', async () => {
    const edited = await open('/pengaturan/paket/pindah-rumah');
    await user.click((await known()).getByRole('button', { name: /^Hapus/ }));
    const next = await edited();
    expect(packageIn(next, 'pindah-rumah')).not.toHaveProperty('known');
    expect(faultsOf(next)).toEqual([]);
  });

  it('are not offered for a question that only another service asks', async () => {
    const packages = catalogue.packages.map((one) =>
      one.id === ('mulai-usaha' as PackageId) ? { ...one, services: ['ktp-perekaman' as ServiceId] } : one,
    );
    await open('/pengaturan/paket/mulai-usaha', { packages });
    await press('Tambah jawaban');
    const question = (await known()).getByRole('combobox', { name: 'Pertanyaan' });
    const offered = within(question)
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(offered).toEqual(['Apakah penerima layanan tidak bisa tanda tangan?']);
    expect((await known()).queryByRole('button', { name: 'Tambah jawaban' })).toBeNull();
  });

  it('are none where no question is asked', async () => {
    await open('/pengaturan/paket/mulai-usaha');
    expect((await known()).getByText('Tidak ada pertanyaan dari layanan dalam paket ini.')).toBeTruthy();
    expect((await known()).queryByRole('button')).toBeNull();
  });

  it('to a missing question are reported beside the field', async () => {
    const lost = { question: 'lama' as QuestionId, is: true };
    const packages = catalogue.packages.map((one) =>
      one.id === ('mulai-usaha' as PackageId) ? { ...one, known: [lost] } : one,
    );
    const edited = await open('/pengaturan/paket/mulai-usaha', { packages });
    await user.selectOptions((await known()).getByRole('combobox', { name: 'Jawaban' }), 'Tidak');
    expect(faultsOf(await edited())).toEqual([
      'package mulai-usaha: answer 0 is to no question there is: lama',
    ]);
    await user.click(screen.getByRole('link', { name: 'Kembali' }));
    await user.click(await screen.findByRole('link', { name: /^Paket/ }));
    await user.click(await screen.findByRole('link', { name: /^Mulai usaha/ }));
    const field = (await known()).getByRole('combobox', { name: 'Pertanyaan' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect((await known()).getByText(/ada jawaban untuk pertanyaan yang tidak ada/)).toBeTruthy();
    await user.click((await known()).getByRole('button', { name: /^Hapus/ }));
    expect((await known()).queryByRole('alert')).toBeNull();
  });
});

describe('the requirements that one service of a package makes', () => {
  it('are shown, and can be given to another maker', async () => {
    const edited = await open('/pengaturan/paket/bayi-lahir');
    const maker = (await made()).getByRole('combobox', { name: 'Dibuat oleh' });
    expect(within(maker).queryByRole('option', { name: /^Kartu Identitas Anak/ })).toBeNull();
    await user.selectOptions(maker, 'kk');
    const next = await edited();
    const before = requirementsOf(catalogue, 'kia');
    expect(requirementsOf(next, 'kia')).toEqual(
      before.map((line) => (line.madeBy === undefined ? line : { ...line, madeBy: 'kk' })),
    );
    expect(faultsOf(next)).toEqual([]);
  });

  it('are added for all services of the package that ask for them, except their maker', async () => {
    const edited = await open('/pengaturan/paket/bayi-lahir');
    await press('Tambah syarat yang dibuat');
    const line = within((await made()).getAllByRole('listitem').at(-1) ?? document.body);
    await user.selectOptions(line.getByRole('combobox', { name: 'Syarat' }), 'ktp-orang-tua');
    await user.selectOptions(line.getByRole('combobox', { name: 'Dibuat oleh' }), 'kk');
    const next = await edited();
    const makers = (id: string) =>
      requirementsOf(next, id).flatMap(({ requirement, madeBy }) =>
        madeBy ? [`${requirement} ${madeBy}`] : [],
      );
    expect(makers('akta-kelahiran')).toEqual(['ktp-orang-tua kk']);
    expect(makers('kia')).toEqual(['akta-lahir akta-kelahiran', 'ktp-orang-tua kk']);
    expect(makers('kk')).toEqual([]);
    expect(makers('akta-kematian')).toEqual([]);
    expect(faultsOf(next)).toEqual([]);
  });

  it('are asked for again once they or their maker are removed', async () => {
    let edited = await open('/pengaturan/paket/bayi-lahir');
    await user.click((await made()).getByRole('button', { name: /^Hapus/ }));
    expect(requirementsOf(await edited(), 'kia')[0]).toEqual({ requirement: 'akta-lahir' });
    cleanup();
    sessionStorage.clear();
    edited = await open('/pengaturan/layanan/akta-kelahiran');
    await press('Hapus layanan ini');
    expect(requirementsOf(await edited(), 'kia')[0]).toEqual({ requirement: 'akta-lahir' });
  });

  it('keep their maker when their condition changes, and mark the field of a missing maker', async () => {
    const services = catalogue.services.map((one) =>
      one.id === ('kia' as ServiceId)
        ? {
            ...one,
            standard: {
              ...one.standard,
              persyaratan: one.standard.persyaratan.map((line, place) =>
                place === 0 ? { ...line, madeBy: 'lama' as ServiceId } : line,
              ),
            },
          }
        : one,
    );
    const edited = await open('/pengaturan/layanan/kia', { services });
    const [condition] = await screen.findAllByRole('combobox', { name: 'Diminta' });
    if (condition) await user.selectOptions(condition, 'Jika ya: Apakah KK hilang?');
    const next = await edited();
    expect(requirementsOf(next, 'kia')[0]).toEqual({
      requirement: 'akta-lahir',
      when: { question: 'kk-hilang', is: true },
      madeBy: 'lama',
    });
    expect(faultsOf(next)).toEqual(['service kia: paper 0 is made by lama, which is no other service']);
    await user.click(screen.getByRole('link', { name: 'Kembali' }));
    await user.click(await screen.findByRole('link', { name: /^Layanan/ }));
    await user.click(await screen.findByRole('link', { name: /^Kartu Identitas Anak/ }));
    const [maker] = await screen.findAllByRole('combobox', { name: 'Dibuat layanan lain' });
    expect(maker?.getAttribute('aria-invalid')).toBe('true');
    if (maker) await user.selectOptions(maker, 'Tidak');
    expect(maker?.getAttribute('aria-invalid')).toBeNull();
  });
});
