import { expect, test } from '@playwright/test';
import { MONDAY_9 } from '../../support/test-server';
import { startTranslator } from '../../support/translator';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { startCity } from '../support/start-city';
import { expectTrueWords } from '../support/true-words';
import { arrive } from '../support/visit-home';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const MINUTE_MS = 60_000;

test('a page translator that keeps working makes no page of a resident, desk or crew say what is not so', async ({
  browser,
}) => {
  test.slow();
  const city = await startCity();
  const errors: string[] = [];
  const openPhone = async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(startTranslator, 'replace' as const);
    return { context, page };
  };
  try {
    const { context, page } = await openPhone();
    await page.clock.install({ time: MONDAY_9 });
    await loadOnce(page, city.url);
    await expect(page.locator('font').first()).toBeAttached();
    await expectTrueWords(page);
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
    await expect(page.getByRole('button', { name: 'Mulai isi' })).toBeVisible();
    await expectTrueWords(page);
    await fillInRequest(page, {
      recipient: 'Siti Contoh',
      wanted: 'Keluarga meninggal',
      hasPreference: true,
      onPage: () => expectTrueWords(page),
    });
    await expectTrueWords(page);
    // Goes back over a filled page: nothing that was typed is lost.
    await page.getByRole('link', { name: 'Kembali' }).click();
    await expect(page.getByRole('textbox', { name: /Nomor telepon/ })).toHaveValue('0812 3456 7890');
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Tersimpan di HP ini' })).toBeVisible();
    await expectTrueWords(page);

    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: 'Terjadwal' })).toBeVisible();
    await expect(page.getByText('Tersimpan di HP ini')).toHaveCount(0);
    await expectTrueWords(page);
    const number =
      (await page
        .getByText(/^\d{4} \d{4}$/)
        .first()
        .textContent()) ?? '';
    const visit = page.url();

    const desk = await city.openAs(browser, 'coordinator', '/petugas/meja/permohonan?view=new', MONDAY_9);
    desk.on('pageerror', (error) => errors.push(String(error)));
    await desk.addInitScript(startTranslator, 'replace' as const);
    await desk.reload();
    await expect(desk.getByRole('link', { name: 'Siti Contoh' })).toBeVisible();
    await expect(desk.locator('font').first()).toBeAttached();
    await expectTrueWords(desk);
    await desk.getByRole('link', { name: 'Siti Contoh' }).click();
    await expectTrueWords(desk);
    await desk.getByRole('button', { name: 'Terima' }).click();
    await expect(desk.getByRole('button', { name: 'Terima' })).toBeHidden();
    await expectTrueWords(desk);
    await expect(page.getByText('Sudah diperiksa petugas', { exact: true })).toBeVisible();
    await expectTrueWords(page);

    city.server.setClock(TUESDAY_8);
    const unit = await city.readUnit();
    const crew = await city.openAs(browser, 'crew', '/petugas/tugas', TUESDAY_8, unit);
    crew.on('pageerror', (error) => errors.push(String(error)));
    await crew.addInitScript(startTranslator, 'replace' as const);
    await crew.reload();
    await expect(crew.getByRole('link', { name: /Siti Contoh/ })).toBeVisible();
    await expectTrueWords(crew);
    await arrive(crew, 'Siti Contoh', number);
    await expectTrueWords(crew);
    await crew.getByRole('button', { name: 'Semua selesai' }).click();
    await crew.getByRole('radio', { name: 'Perlu kunjungan lagi' }).check();
    await expectTrueWords(crew);
    await crew.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(crew.getByText('Selesai dicatat')).toBeVisible();
    await crew.clock.fastForward(2 * MINUTE_MS);
    await expect(crew.getByText('Terkirim', { exact: true })).toBeVisible();
    await expectTrueWords(crew);

    await page.goto(visit);
    await expect(page.getByRole('heading', { name: 'Hasil kunjungan' })).toBeVisible();
    await expectTrueWords(page);
    await page.getByRole('button', { name: 'Ajukan kunjungan lanjutan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
    await expectTrueWords(page);
    expect(errors).toEqual([]);
  } finally {
    await city.stop();
  }
});

test('the pages ask translators to leave them alone', async ({ page }) => {
  const city = await startCity();
  try {
    for (const path of ['/', '/ajukan', '/petugas/']) {
      await page.goto(`${city.url}${path}`);
      await expect(page.locator('html')).toHaveAttribute('translate', 'no');
      await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
    }
  } finally {
    await city.stop();
  }
});
