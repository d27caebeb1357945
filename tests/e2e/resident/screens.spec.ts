import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';

const SCREENS = [
  ['beranda', '/'],
  ['layanan-semua', '/layanan'],
  ['layanan-satu', '/layanan/ktp-penggantian'],
  ['layanan-rujukan', '/layanan/paspor'],
  ['layanan-paket', '/layanan/paket/lansia-lengkap'],
  ['layanan-cari', '/layanan?cari=xyz'],
  ['layanan-mpp', '/layanan?tempat=mpp'],
  ['layanan-nib', '/layanan/nib'],
  ['layanan-program', '/layanan/program/nasi-ketan'],
  ['kunjungan-kosong', '/kunjungan'],
  ['kunjungan-tidak-ada', '/kunjungan/01930000-0000-7000-8000-00000000dead'],
  ['isian-tidak-ada', '/ajukan/01930000-0000-7000-8000-00000000dead/alamat'],
  ['tautan-terpotong', '/ikuti#abc'],
  ['ikuti-nama', '/ikuti#AbCdEfGhIjKlMnOpQrStUv'],
  ['tidak-ada', '/tidak-ada'],
] as const;

for (const [name, address] of SCREENS) {
  test(`${address} has no fault that axe finds, and fits at 200 %`, async ({ page, server }) => {
    await page.goto(server.url + address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await checkScreen(page, name);
  });
}

test('in large text the name and the switch above a page stand apart', async ({ page, server }) => {
  await page.addInitScript(() => localStorage.setItem('mpp-language', 'jv'));
  await page.goto(`${server.url}/pengaturan`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const [name, theme] = await Promise.all([
    page.getByRole('banner').getByRole('link').boundingBox(),
    page.getByRole('banner').getByRole('button').boundingBox(),
  ]);
  if (name === null || theme === null) throw new Error('the banner is not on screen');
  expect(theme.y).toBeGreaterThan(name.y);
  expect(theme.y - (name.y + name.height)).toBeGreaterThanOrEqual(8);
});

test('the settings and the confirmation before wiping are sound', async ({ page, server }) => {
  await page.goto(`${server.url}/pengaturan`);
  await checkScreen(page, 'pengaturan', 'Pengaturan');
  await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, 'pengaturan-hapus');
});
