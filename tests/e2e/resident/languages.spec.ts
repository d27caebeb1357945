import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

test('a half-filled request goes on in Javanese and English, without a connection', async ({
  context,
  page,
  server,
}) => {
  await loadOnce(page, server.url);
  await context.setOffline(true);
  await page.goto(`${server.url}/ajukan`);
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Nenek');
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('heading', { name: 'Apa yang perlu kami siapkan?' })).toBeVisible();
  const draft = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');

  // Goes by the app's own links: the last typed text is still being written, and a full page load would cut
  // that off.
  await page.getByRole('link', { name: 'Simpan & keluar' }).click();
  await page.getByRole('button', { name: 'Jawa' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'jv');
  await page.getByRole('link', { name: /Kunjungan kangge Contoh Nenek/ }).click();
  await expect(page.getByRole('button', { name: 'Lajeng' })).toBeVisible();
  // The app keeps the reached page a moment later: whoever leaves at once may find the page before.
  await page.goto(`${server.url}${draft}/penerima`);
  await expect(page.getByRole('textbox', { name: /Asma jangkep/ })).toHaveValue('Contoh Nenek');
  await page.getByRole('button', { name: 'Lajeng' }).click();
  await page.getByRole('checkbox', { name: 'Kirang saged mireng' }).check();
  await page.getByRole('button', { name: 'Lajeng' }).click();
  await expect(page.getByRole('heading', { name: 'Betah layanan punapa?' })).toBeVisible();

  // The language is chosen in the settings, and still spoken after the app was closed.
  await page.goto(`${server.url}/pengaturan`);
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.goto(server.url);
  await page.getByRole('link', { name: /Visit for Contoh Nenek/ }).click();
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await page.goto(`${server.url}${draft}/kebutuhan`);
  await expect(page.getByRole('checkbox', { name: 'Hard of hearing' })).toBeChecked();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('textbox', { name: /Full name/ })).toHaveValue('Contoh Nenek');
});

for (const language of ['jv', 'en'] as const) {
  test(`the first pages and a question are sound in ${language}`, async ({ page, server }) => {
    await page.addInitScript((kept) => localStorage.setItem('mpp-language', kept), language);
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await checkScreen(page, `beranda-${language}`);
    await page.goto(`${server.url}/layanan/akta-kelahiran`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await checkScreen(page, `layanan-${language}`);
    await page.goto(`${server.url}/ajukan`);
    await page.getByRole('button', { name: language === 'jv' ? 'Wiwit ngisi' : 'Begin' }).click();
    await expect(page.getByRole('radio').first()).toBeVisible();
    await checkScreen(page, `untuk-siapa-${language}`);
  });
}
