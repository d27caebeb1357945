import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { lose, makeFragile } from '../support/fragile-store';
import { test } from '../support/serve';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const SENT = 'Permohonan ini sudah dikirim di jendela lain';

/** Fills in a request in one window up to the check page, and opens the same draft in another. */
async function openTwice(page: Page, url: string): Promise<Page> {
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Ibu' });
  const other = await page.context().newPage();
  await makeFragile(other);
  await other.goto(page.url().replace('/periksa', '/alamat'));
  await expect(heading(other, 'Di mana rumahnya?')).toBeVisible();
  return other;
}

test('a draft sent in one window is told in the other, and what is being typed there is kept', async ({
  page,
  server,
}) => {
  const other = await openTwice(page, server.url);
  // What this window types cannot be written before the other one sends.
  await lose(other, 'whole');
  await other.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Baru 7');
  await expect(other.getByText(/Penyimpanan HP tidak bisa dibuka lagi/)).toBeVisible();
  await lose(other, 'found');
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(heading(page, /Terjadwal/)).toBeVisible();
  await expect(heading(other, SENT)).toBeVisible();
  await other.getByRole('link', { name: 'Buka isian baru' }).click();
  await expect(heading(other, 'Periksa jawaban Anda')).toBeVisible();
  await expect(other.getByText(/Jalan Baru 7/)).toBeVisible();
  await expect(other.getByText('Contoh Ibu')).toBeVisible();
});

test('nothing typed leaves no new draft, and the visit is one press away', async ({ page, server }) => {
  const other = await openTwice(page, server.url);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(heading(other, SENT)).toBeVisible();
  await expect(other.getByRole('link', { name: 'Buka isian baru' })).toHaveCount(0);
  await other.getByRole('link', { name: 'Lihat kunjungan' }).click();
  await expect(heading(other, /Terjadwal/)).toBeVisible();
});

test('a change in one window stands in the other before it is sent', async ({ page, server }) => {
  const other = await openTwice(page, server.url);
  await other.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Baru 8');
  await expect(page.getByText(/Jalan Baru 8/)).toBeVisible();
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Jalan Baru 8/)).toBeVisible();
});

test('a draft deleted in one window is told in the other', async ({ page, server }) => {
  const other = await openTwice(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await page.getByRole('button', { name: 'Hapus isian ini' }).click();
  await page.getByRole('button', { name: /Ya, hapus/ }).click();
  await expect(heading(other, 'Isian ini sudah dihapus di jendela lain')).toBeVisible();
  await expect(other.getByRole('link', { name: 'Buat isian baru' })).toBeVisible();
});
