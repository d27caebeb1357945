import { type BrowserContext, expect } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

/**
 * Lists by name which commands of this browser reached the server; a command that failed while the network
 * came back did not.
 */
function countCommands(context: BrowserContext): string[] {
  const names: string[] = [];
  context.on('requestfinished', (request) => {
    if (!request.url().endsWith('/api/sync')) return;
    const body: { commands: { name: string }[] } = request.postDataJSON();
    names.push(...body.commands.map((command) => command.name));
  });
  return names;
}

test('a resident books without a connection, and the booking survives a killed page and gets a date', async ({
  context,
  page,
  server,
}) => {
  await loadOnce(page, server.url);
  await context.setOffline(true);
  // The page of the first visit goes on by itself; nobody reloads it.
  await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
  await fillInRequest(page);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText('Tersimpan di HP ini').first()).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await again.goto(`${server.url}/kunjungan`);
  await expect(again.getByText('Tersimpan di HP ini').first()).toBeVisible();
  await context.setOffline(false);
  await expect(again.getByText(/Terjadwal/).first()).toBeVisible();

  await again.getByRole('link', { name: /Akta kematian/ }).click();
  await expect(again.getByText(/\d{4} \d{4}/).first()).toBeVisible();
  await context.setOffline(true);
  await again.reload();
  await expect(again.getByText(/\d{4} \d{4}/).first()).toBeVisible();
});

test('a half-filled request is found again after the tab died', async ({ context, page, server }) => {
  await loadOnce(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Bapak');
  // The list in another tab shows when the answer is kept; then the first tab may die at any moment.
  const again = await context.newPage();
  await again.goto(`${server.url}/ajukan`);
  await expect(again.getByRole('link', { name: /Contoh Bapak/ })).toBeVisible();
  await page.close();
  await again.getByRole('link', { name: /Contoh Bapak/ }).click();
  await expect(again.getByRole('textbox', { name: /Nama lengkap/ })).toHaveValue('Contoh Bapak');
});

test('a draft is sent once when two tabs wake at the same time', async ({ context, page, server }) => {
  await loadOnce(page, server.url);
  await context.setOffline(true);
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Nenek' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText('Tersimpan di HP ini').first()).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${server.url}/kunjungan`);
  await expect(other.getByText('Tersimpan di HP ini').first()).toBeVisible();
  const sent = countCommands(context);
  await context.setOffline(false);
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
  await expect(other.getByText(/Terjadwal/).first()).toBeVisible();
  expect(sent).toEqual(['submit-booking']);
});

test('another phone that opened the link shows the visit without the personal data', async ({
  browser,
  page,
  server,
}) => {
  await loadOnce(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Kakek' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
  const link = await page
    .getByRole('link', { name: /WhatsApp/ })
    .first()
    .getAttribute('href');
  const token = /ikuti%23([A-Za-z0-9_-]{22})/.exec(link ?? '')?.[1];
  expect(token).toBeDefined();
  const otherPhone = await browser.newContext({ locale: 'id-ID' });
  const follower = await otherPhone.newPage();
  await follower.goto(`${server.url}/ikuti#${token}`);
  await follower.getByLabel('Nama Anda untuk pemilik permohonan').fill('Contoh Anak');
  await follower.getByRole('button', { name: 'Ikuti kunjungan' }).click();
  await expect(follower.getByText(/Terjadwal/).first()).toBeVisible();
  await expect(follower.getByText('Contoh Kakek')).toHaveCount(0);
  await expect(follower.getByText('Jalan Contoh 1')).toHaveCount(0);
  await otherPhone.close();
});
