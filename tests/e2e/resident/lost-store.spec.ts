import { expect, type Page } from '@playwright/test';
import { lose, makeFragile } from '../support/fragile-store';
import { test } from '../support/serve';

const goOn = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();
const notice = (page: Page) => page.getByText(/Penyimpanan HP tidak bisa dibuka lagi/);
const left = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

async function openFirstQuestion(page: Page, url: string): Promise<void> {
  await makeFragile(page);
  await page.goto(`${url}/ajukan`);
  await page.getByRole('button', { name: /Mulai isi/ }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Siapa yang dilayani di rumah?' })).toBeVisible();
}

test('a database that only has to be opened again interrupts nobody', async ({ page, server }) => {
  await openFirstQuestion(page, server.url);
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Ibu');
  await lose(page, 'once');
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Apa yang perlu kami siapkan?' })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await page.getByRole('link', { name: 'Kembali' }).click();
  await expect(page.getByRole('textbox', { name: /Tahun lahir/ })).toHaveValue('1950');
});

for (const way of ['Muat ulang', "the browser's own reload"]) {
  test(`answers that no database has stand there after ${way}`, async ({ page, server }) => {
    await openFirstQuestion(page, server.url);
    await lose(page, 'whole');
    await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Ibu');
    await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
    await goOn(page);
    await expect(notice(page)).toHaveCount(1);
    await expect(page.getByText(/penyamaran/)).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: /Tahun lahir/ })).toBeVisible();
    expect(await left(page)).not.toContain('Contoh Ibu');
    if (way === 'Muat ulang') await page.getByRole('button', { name: 'Muat ulang' }).click();
    else await page.reload();
    await expect(page.getByRole('textbox', { name: /Nama lengkap/ })).toHaveValue('Contoh Ibu');
    await expect(page.getByRole('textbox', { name: /Tahun lahir/ })).toHaveValue('1950');
    await expect(notice(page)).toHaveCount(0);
    expect(await left(page)).not.toContain('Contoh Ibu');
    await goOn(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Apa yang perlu kami siapkan?' })).toBeVisible();
    await page.goto(`${server.url}/ajukan`);
    await expect(page.getByRole('link', { name: 'Kunjungan untuk Contoh Ibu' })).toBeVisible();
  });
}

test('what a form holds stands there after a reload, on every page', async ({ page, server }) => {
  await makeFragile(page);
  await page.goto(`${server.url}/telepon/baru`);
  await page.getByLabel('Nama Anda').fill('Contoh Anak');
  await lose(page, 'whole');
  await page.getByLabel('Nomor telepon').fill('0812 0000 0000');
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expect(notice(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await expect(page.getByLabel('Nama Anda')).toHaveValue('Contoh Anak');
  await expect(page.getByLabel('Nomor telepon')).toHaveValue('0812 0000 0000');
});
