import { expect, type Page, test } from '@playwright/test';
import { type RunningServer, startServer } from '../../support/start-server';
import { checkScreen } from '../support/check-screen';
import { enterAsAdmin } from '../support/enter-as-admin';

test.use({ viewport: { width: 1280, height: 800 } });

// A separate server: its first link works once.
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

const PAGES = ['waktu', 'jadwal/unit-1/1', 'program', 'unit', 'layanan/nib'] as const;

test('the admin changes a setting, sees its effect, and finds it in history and audit', async ({ page }) => {
  // Seven screens, each judged by day, by night and in large text.
  test.slow();
  await enterAsAdmin(page, server);
  await page.getByRole('link', { name: 'Pengaturan' }).click();
  await expect(page.getByRole('heading', { name: 'Pengaturan kota' })).toBeVisible();
  for (const path of PAGES) {
    await test.step(path, async () => {
      await page.goto(`${server.url}/petugas/pengaturan/${path}`);
      await expect(page.getByRole('link', { name: 'Kembali' })).toBeVisible();
      await checkScreen(page, `atur-${path.replaceAll('/', '-')}`);
    });
  }
  await test.step('the field for the reason of a closed day fills its row', async () => {
    await page.goto(`${server.url}/petugas/pengaturan/tutup`);
    await press(page, 'Tambah penutupan');
    const widthOf = async (place: string) =>
      Math.round((await page.locator(place).boundingBox())?.width ?? 0);
    expect(await widthOf('.field:has([id$=".reason"])')).toBe(await widthOf('.set-up-item__fields'));
    await press(page, 'Kembalikan bagian ini');
  });
  await page.goto(`${server.url}/petugas/pengaturan/waktu`);
  await page.getByLabel('Paling cepat, hari setelah hari ini').fill('2');
  await page.getByRole('link', { name: 'Periksa perubahan' }).click();
  await expect(page.getByText('Semua kunjungan tetap pada waktunya')).toBeVisible();
  await checkScreen(page, 'atur-periksa');
  await page.getByLabel('Mengapa diubah').fill('Contoh alasan');
  await press(page, 'Terapkan');
  await expect(page.getByText('Pengaturan baru sudah berlaku')).toBeVisible();
  await page.goto(`${server.url}/petugas/pengaturan/riwayat`);
  await expect(page.getByText('Contoh alasan')).toBeVisible();
  await page.getByRole('link', { name: 'Jejak audit' }).click();
  await expect(page.getByText('Mengubah pengaturan')).toBeVisible();
  await press(page, 'Periksa keutuhan jejak');
  await expect(page.getByText('Jejak utuh')).toBeVisible();
  await checkScreen(page, 'jejak');
});
