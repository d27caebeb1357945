// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/set-up/set-up-routes';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { freshBrowserEachTest } from './fresh-browser';
import { faultsOf, openCatalogue as open, press, type, user } from './open-catalogue';

const { catalogue } = metro;

freshBrowserEachTest();

/** Finds the field that says when a question is asked. */
async function whenField(): Promise<HTMLElement> {
  return screen.findByRole('combobox', { name: 'Ditanyakan' });
}

describe('a question that depends on the answer to another', () => {
  it('is set up on its page, and can be saved', async () => {
    const edited = await open('/pengaturan/pertanyaan/kk-berubah');
    await user.selectOptions(await whenField(), 'Jika tidak: Apakah KK hilang?');
    const next = await edited();
    const before = catalogue.questions.find(({ id }) => id === 'kk-berubah');
    expect(next).toEqual({
      ...catalogue,
      questions: catalogue.questions.map((one) =>
        one === before ? { ...one, when: { question: 'kk-hilang', is: false } } : one,
      ),
    });
    expect(faultsOf(next)).toEqual([]);
  });

  it('is always asked again once its page says so', async () => {
    const edited = await open('/pengaturan/pertanyaan/ktp-rusak');
    await user.selectOptions(await whenField(), 'Selalu');
    const next = await edited();
    expect(next.questions[1]).toEqual({ id: 'ktp-rusak', text: 'Apakah KTP lama rusak?' });
    expect(faultsOf(next)).toEqual([]);
  });

  it('is shown on the page of the other, and added there right after it', async () => {
    const edited = await open('/pengaturan/pertanyaan/ktp-hilang');
    expect(
      await screen.findByRole('link', { name: /Apakah KTP lama rusak\? Jika dijawab tidak/ }),
    ).toBeTruthy();
    await press('Tambah pertanyaan lanjutan');
    await screen.findByRole('heading', { name: 'Pertanyaan baru' });
    await type('Pertanyaan', 'Apakah ada surat polisi?');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Layanan' }), 'ktp-penggantian');
    await press('Tambah layanan ini');
    const next = await edited();
    expect(next.questions[1]).toEqual({
      id: expect.stringMatching(/^pertanyaan-/),
      text: 'Apakah ada surat polisi?',
      when: { question: 'ktp-hilang', is: true },
    });
    expect(next.questions.toSpliced(1, 1)).toEqual(catalogue.questions);
    expect(faultsOf(next)).toEqual([]);
  });

  it('stays, always asked, when the other is removed', async () => {
    const edited = await open('/pengaturan/pertanyaan/ktp-hilang');
    expect(await screen.findByText(/Pertanyaan lanjutan menjadi selalu ditanyakan/)).toBeTruthy();
    await press('Hapus pertanyaan ini');
    const { questions } = await edited();
    expect(questions[0]).toEqual({ id: 'ktp-rusak', text: 'Apakah KTP lama rusak?' });
  });

  it('may not stand before the other, and its field says so', async () => {
    const edited = await open('/pengaturan/pertanyaan/ktp-rusak');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Urutan' }), '0');
    expect((await whenField()).getAttribute('aria-invalid')).toBeNull();
    expect(faultsOf(await edited())).toHaveLength(1);
    await user.click(screen.getByRole('link', { name: 'Kembali' }));
    await user.click(await screen.findByRole('link', { name: /^Pertanyaan/ }));
    const row = await screen.findByRole('link', { name: /^Apakah KTP lama rusak/ });
    expect(row.textContent).toMatch(/Ganti KTP-el\. Hanya jika “Apakah KTP lama hilang\?” dijawab tidak\.$/);
    await user.click(row);
    const field = await whenField();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Ini hanya bisa menunggu pertanyaan di urutan sebelumnya/)).toBeTruthy();
    await user.selectOptions(field, 'Selalu');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });
});
