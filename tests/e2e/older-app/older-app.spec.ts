import { test as base, expect, type Page } from '@playwright/test';
import { loadOnce } from '../support/load-once';
import { type OlderApp, serveOlderApp } from './serve-older-app';

const test = base.extend<{ older: OlderApp }>({
  older: async ({ browserName: _browserName }, provide) => {
    const older = await serveOlderApp();
    await provide(older);
    await older.stop();
  },
});

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();
const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Fills in a request on the pages of the older app, whose words never change again. */
async function fillIn(page: Page, recipient: string): Promise<void> {
  await page.getByRole('button', { name: /Mulai isi|Isi yang baru/ }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await next(page);
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill(recipient);
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
  await next(page);
  await heading(page, 'Apa yang perlu kami siapkan?');
  await next(page);
  await page.getByRole('checkbox', { name: 'Akta kematian' }).check();
  await next(page);
  await heading(page, 'Siapkan berkas ini');
  const unanswered = page.getByRole('group').filter({ hasNot: page.getByRole('radio', { checked: true }) });
  const answers = unanswered.getByRole('radio', { name: 'Tidak', exact: true });
  while ((await answers.count()) > 0) await answers.first().check();
  await next(page);
  await page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Contoh 1');
  await page.getByRole('searchbox', { name: /Kelurahan/ }).fill('ganjarasri');
  await page.getByRole('radio', { name: 'Kel. Ganjar Asri, Metro Barat' }).check();
  await next(page);
  await page.getByRole('radio', { name: /Kapan saja/ }).check();
  await next(page);
  await page.getByRole('textbox', { name: /^Nama/ }).fill('Contoh Anak');
  await page.getByRole('textbox', { name: /Nomor telepon/ }).fill('0812 3456 7890');
  await page.getByRole('radio', { name: 'WhatsApp' }).check();
  await next(page);
  await heading(page, 'Periksa jawaban Anda');
}

test("an older app books, cancels and sends later with today's server, and keeps all when it is updated", async ({
  page,
  context,
  older,
}) => {
  await loadOnce(page, older.url);
  await page.goto(`${older.url}/ajukan`);
  await fillIn(page, 'Contoh Kakek');
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { name: /Terjadwal/ })).toBeVisible();
  const first = page.url();

  await page.goto(`${older.url}/ajukan`);
  await fillIn(page, 'Contoh Nenek');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { name: 'Tersimpan di HP ini' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: /Terjadwal/ })).toBeVisible();
  await page.getByRole('button', { name: 'Batalkan kunjungan' }).click();
  await page.getByRole('button', { name: 'Ya, batalkan' }).click();
  await expect(page.getByRole('heading', { name: 'Dibatalkan' })).toBeVisible();

  await older.update();
  const today = await context.newPage();
  await page.close();
  await today.goto(`${older.url}/kunjungan`);
  await expect(today.getByText(/Terjadwal/).first()).toBeVisible();
  await expect(today.getByText('Dibatalkan').first()).toBeVisible();
  await today.goto(first);
  await expect(today.getByRole('heading', { name: /Terjadwal/ })).toBeVisible();
  await today.getByRole('button', { name: 'Batalkan kunjungan' }).click();
  await today.getByRole('button', { name: 'Ya, batalkan' }).click();
  await expect(today.getByRole('heading', { name: 'Dibatalkan' })).toBeVisible();
});
