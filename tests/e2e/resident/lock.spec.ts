import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';

const PHONE_VIEW = { width: 360, height: 640 };
const PIN = '204613';

test('a shared phone with a PIN shows nobody until it is unlocked', async ({ browser, server }) => {
  const phone = await browser.newContext({ viewport: PHONE_VIEW, baseURL: server.url });
  const page = await phone.newPage();
  await page.goto('/keluarga/tambah');
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Siti Contoh');
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Siti Contoh/ })).toBeVisible();
  const personUrl = page.url();
  await page.getByRole('button', { name: 'Ajukan kunjungan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Layanan apa/ })).toBeVisible();

  await page.goto('/pengaturan');
  await page.getByRole('link', { name: 'Kunci dengan PIN' }).click();
  await checkScreen(page, 'lock-new', 'Kunci dengan PIN');
  await page.getByLabel('PIN baru').fill(PIN);
  await page.getByLabel('Ulangi PIN').fill('204614');
  await page.getByRole('button', { name: 'Pasang PIN' }).click();
  await expect(page.getByRole('alert')).toContainText('Kedua PIN belum sama');
  await page.getByLabel('Ulangi PIN').fill(PIN);
  await page.getByRole('button', { name: 'Pasang PIN' }).click();
  await expect(page.getByRole('heading', { name: 'PIN terpasang' })).toBeVisible();
  await checkScreen(page, 'lock-set');
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Buka dengan PIN' })).toBeVisible();

  // Somebody else takes the phone: at each address, after a fresh start, no name is on the page or in the
  // tab's title.
  for (const address of [personUrl, '/', '/ajukan', '/keluarga']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Buka dengan PIN' })).toBeVisible();
    expect(await page.title()).toBe('MPP Mobile');
    expect(await page.content()).not.toContain('Contoh');
  }
  await page.getByLabel('PIN', { exact: true }).fill('0000');
  await page.getByRole('button', { name: 'Buka' }).click();
  await expect(page.getByRole('alert')).toContainText('PIN belum cocok');
  await checkScreen(page, 'lock-wrong');
  await page.getByRole('button', { name: 'Lupa PIN' }).click();
  await expect(page.getByText('data di HP ini harus dihapus')).toBeVisible();
  await page.getByRole('button', { name: 'Jangan hapus' }).click();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.getByRole('button', { name: 'Buka' }).click();
  await expect(page.getByRole('link', { name: /Siti Contoh/ })).toBeVisible();
  await phone.close();
});
