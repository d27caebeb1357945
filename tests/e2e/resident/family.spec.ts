import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { test } from '../support/serve';

/** The folder that keeps pictures for people to look at. */
const { SCREENS_FOLDER } = process.env;
/** A4 without margins, in CSS pixels. */
const PAPER_VIEW = { width: 688, height: 1_017 };
const PHONE_VIEW = { width: 360, height: 640 };

test('the recipient of a sent request is saved with one press, and the next request is for them with one tap', async ({
  browser,
  server,
}) => {
  const phone = await browser.newContext({ viewport: PHONE_VIEW, baseURL: server.url });
  const page = await phone.newPage();
  await page.goto('/ajukan');
  await fillInRequest(page, { recipient: 'Siti Contoh' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { name: 'Simpan Siti Contoh di Keluarga saya?' })).toBeVisible();
  await checkScreen(page, 'family-offer');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Siti Contoh sudah ada di Keluarga saya.')).toBeVisible();

  // Printed, it fills one A4 sheet, however it is printed.
  await page.evaluate(() => {
    window.print = () => document.body.classList.add('printed');
  });
  await page.getByRole('button', { name: 'Cetak di kertas' }).click();
  await expect(page.locator('body.printed > .ticket-sheet svg.qr-code')).toBeAttached();
  const paper = await page.pdf({ preferCSSPageSize: true });
  if (SCREENS_FOLDER) {
    await writeFile(`${SCREENS_FOLDER}/family-printed.pdf`, paper);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER_VIEW);
    await page.screenshot({ path: `${SCREENS_FOLDER}/family-printed.png` });
    await page.setViewportSize(PHONE_VIEW);
    await page.emulateMedia({ media: null });
  }
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.goto('/');
  await page.getByRole('link', { name: 'Keluarga saya' }).click();
  await expect(page.getByRole('link', { name: /Siti Contoh/ })).toBeVisible();
  await checkScreen(page, 'family-list');
  await page.getByRole('link', { name: 'Tambah orang' }).click();
  await checkScreen(page, 'family-add', 'Tambah orang');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Karto Contoh');
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1944');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Karto Contoh/ })).toBeVisible();
  await checkScreen(page, 'family-person');
  await page.getByRole('link', { name: /Alamat/ }).click();
  await checkScreen(page, 'family-place', /Alamat$/);

  await page.goto('/ajukan');
  await expect(page.getByRole('button', { name: 'Untuk Siti Contoh' })).toBeVisible();
  await checkScreen(page, 'family-choices', 'Ajukan kunjungan');
  await page.getByRole('button', { name: 'Untuk Siti Contoh' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Layanan apa yang dibutuhkan?' })).toBeVisible();
  const draft = page.url().replace(/layanan$/, '');
  await page.goto(`${draft}penerima`);
  await expect(page.locator('#recipientName')).toHaveValue('Siti Contoh');
  await page.goto(`${draft}alamat`);
  await expect(page.locator('#street')).toHaveValue('Jalan Contoh 1');
  await page.goto(`${draft}kontak`);
  // The requester stays the requester, and never becomes the recipient.
  await expect(page.locator('#contactName')).toHaveValue('Contoh Anak');
  await expect(page.locator('#contactPhone')).toHaveValue('0812-3456-7890');
  await phone.close();
});
