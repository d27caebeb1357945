import { type Browser, expect, type Page, test } from '@playwright/test';
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

/** Goes by the links of the app: reloaded, a page would have to read its draft again. */
async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Pengaturan', exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`^${name} `) }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

const PAGES = [
  'paket',
  'paket/bayi-lahir',
  'paket/lansia-lengkap',
  'pertanyaan',
  'pertanyaan/ktp-hilang',
  'rujukan/taspen',
];

test('a new package and a new question of the city reach the resident', async ({ page, browser }) => {
  // Six screens, each judged by day, by night and in large text.
  test.slow();
  await enterAsAdmin(page, server);
  for (const path of PAGES) {
    await test.step(path, async () => {
      await page.goto(`${server.url}/petugas/pengaturan/${path}`);
      await expect(page.getByRole('link', { name: 'Kembali' })).toBeVisible();
      await checkScreen(page, `atur-${path.replaceAll('/', '-')}`);
    });
  }
  await test.step('adds a package', async () => {
    await openSection(page, 'Paket');
    await press(page, 'Tambah paket');
    await page.getByLabel('Nama paket').fill('Pulang ke kampung');
    await page.getByLabel('Penjelasan singkat').fill('Kartu keluarga baru.');
    await page.getByRole('checkbox', { name: /^Kartu Keluarga/ }).check();
  });
  await test.step('adds a question, at first without its service', async () => {
    await openSection(page, 'Pertanyaan');
    await press(page, 'Tambah pertanyaan');
    await page.getByLabel('Pertanyaan', { exact: true }).fill('Apakah rumahnya masih disewa?');
    await page.getByRole('link', { name: 'Periksa perubahan' }).click();
    await expect(page.getByText(/masih disewa\? Pilih layanan dan syarat/)).toBeVisible();
    await checkScreen(page, 'atur-periksa-pertanyaan');
    await page.locator('main').getByRole('link', { name: 'Pertanyaan', exact: true }).click();
    await page
      .getByLabel('Layanan', { exact: true })
      .selectOption({ label: 'Kartu Keluarga baru, berubah, atau hilang' });
    await press(page, 'Tambah layanan ini');
    await page.getByLabel('Syarat', { exact: true }).selectOption({ label: 'Surat pengantar RT/RW' });
  });
  await test.step('applies both', async () => {
    await page.getByRole('link', { name: 'Periksa perubahan' }).click();
    await expect(page.getByText('Semua kunjungan tetap pada waktunya')).toBeVisible();
    await page.getByLabel('Mengapa diubah').fill('Contoh alasan');
    await press(page, 'Terapkan');
    await expect(page.getByText('Pengaturan baru sudah berlaku')).toBeVisible();
  });
  await test.step('the resident meets both', () => askAsResident(browser));
});

async function askAsResident(browser: Browser): Promise<void> {
  const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const resident = await phone.newPage();
  await resident.goto(`${server.url}/layanan`);
  await resident.getByRole('link', { name: /Pulang ke kampung/ }).click();
  await resident.getByRole('link', { name: /Ajukan/ }).click();
  await press(resident, 'Mulai isi');
  await expect(resident.getByRole('heading', { name: 'Kunjungan ini untuk siapa?' })).toBeVisible();
  await resident.goto(resident.url().replace('untuk-siapa', 'syarat'));
  const question = resident.getByRole('group', { name: /Apakah rumahnya masih disewa/ });
  await expect(question).toBeVisible();
  const requirement = resident.getByRole('checkbox', { name: /Surat pengantar RT/ });
  await expect(requirement).toHaveCount(0);
  await question.getByRole('radio', { name: 'Ya', exact: true }).check();
  await expect(requirement).toBeVisible();
  await phone.close();
}
