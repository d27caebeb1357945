import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

async function book(page: Page, url: string, recipient: string): Promise<void> {
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page, { recipient });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
}

/** Reads the link that the page shares, as its reader gets it. */
async function readLink(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: /WhatsApp/ }).getAttribute('href');
  return /https?:\/\/\S+\/ikuti#[\w-]{22}/.exec(decodeURIComponent(href ?? ''))?.[0] ?? '';
}

test('a visit that the city lost is asked for again, and both phones say so', async ({
  browser,
  page,
  freshServer: server,
}) => {
  await loadOnce(page, server.url);
  await book(page, server.url, 'Contoh Kakek');
  const backup = (await server.run('backup')).split('\n')[0] ?? '';
  await book(page, server.url, 'Contoh Nenek');
  const address = page.url();
  const shown = page.getByText(/^\d{4} \d{4}$/).first();
  const number = await shown.textContent();
  const child = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await child.goto(await readLink(page));
  await child.getByLabel('Nama Anda untuk pemilik permohonan').fill('Contoh Anak');
  await child.getByRole('button', { name: 'Ikuti kunjungan' }).click();
  await expect(child.getByText(/Terjadwal/).first()).toBeVisible();

  await server.whileStopped(() => server.run('restore', backup));
  const other = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await loadOnce(other, server.url);
  for (const name of ['Contoh Satu', 'Contoh Dua', 'Contoh Tiga']) await book(other, server.url, name);

  await page.goto(address);
  const notice = page.getByText('Data kota kembali ke salinan lama');
  await expect(notice).toBeVisible();
  await expect(page.getByText('Permohonan ini hilang di sana. HP ini mengirimnya lagi.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Terjadwal/ })).toBeVisible();
  await expect(page.getByText(`Nomor lama ${number} tidak berlaku lagi.`)).toBeVisible();
  await checkScreen(page, 'salinan-lama');
  await page.getByRole('button', { name: 'Saya mengerti' }).click();
  await expect(notice).toBeHidden();

  await child.goto(`${server.url}/kunjungan`);
  await expect(child.getByText(/HP ini tidak lagi mengikuti kunjungan/)).toBeVisible();
  await checkScreen(child, 'pengikut-salinan-lama');
  await child.goto(await readLink(page));
  await child.getByLabel('Nama Anda untuk pemilik permohonan').fill('Contoh Anak');
  await child.getByRole('button', { name: 'Ikuti kunjungan' }).click();
  await expect(child.getByText(/Terjadwal/).first()).toBeVisible();
});
