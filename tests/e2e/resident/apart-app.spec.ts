import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { test } from '../support/serve';

const WORDS = 'Kunjungan dari Safari belum ada di sini';

/** The app on an iPhone's home screen: Safari alone names it, and its storage is its own. */
const standAlone = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'standalone', { value: true }));

test('visits of Safari come into the app on the home screen by a pasted link', async ({
  browser,
  server,
}) => {
  const safari = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await safari.newPage();
  await page.goto(`${server.url}/ajukan`);
  await expect(page.getByText(WORDS)).toHaveCount(0);
  await fillInRequest(page, { recipient: 'Contoh Ibu' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible();
  await page.goto(`${server.url}/pindah`);
  await page.getByRole('button', { name: 'Buat kode pindah' }).click();
  await page.getByRole('button', { name: 'Salin tautan pindah' }).click();
  await expect(page.getByText('Tautan sudah disalin.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const app = await (await browser.newContext()).newPage();
  await standAlone(app);
  await app.goto(`${server.url}/ajukan`);
  await expect(app.getByText(WORDS)).toBeVisible();
  await app.goto(server.url);
  await expect(app.getByText(WORDS)).toBeVisible();
  await app.getByRole('link', { name: 'Buka halaman pindah' }).click();
  await app.getByRole('textbox', { name: 'Tautan pindah' }).fill('https://example.id/lain');
  await app.getByRole('button', { name: 'Pakai tautan ini' }).click();
  await expect(app.getByText(/Ini bukan tautan pindah/)).toBeVisible();
  await app.getByRole('textbox', { name: 'Tautan pindah' }).fill(`Tautan saya: ${link} `);
  await app.getByRole('button', { name: 'Pakai tautan ini' }).click();
  await app.getByRole('button', { name: 'Pindahkan sekarang' }).click();
  await app.getByRole('link', { name: 'Lihat kunjungan saya' }).click();
  await expect(app.getByText(/Contoh Ibu/).first()).toBeVisible();
  await app.goto(server.url);
  await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.getByText(WORDS)).toHaveCount(0);
});

test('it is said once, and never where the storage is shared', async ({ page, server }) => {
  await standAlone(page);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Saya belum pernah mengajukan' }).click();
  await expect(page.getByText(WORDS)).toHaveCount(0);
  await page.goto(`${server.url}/ajukan`);
  await expect(page.getByRole('button', { name: /Mulai isi/ })).toBeVisible();
  await expect(page.getByText(WORDS)).toHaveCount(0);
});
