import { type Browser, expect, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

/** Reads the code as a camera does: as drawn on screen, decoded by a reader that never saw the text. */
async function readCode(page: Page, name: string): Promise<string> {
  const code = page.getByRole('img', { name });
  await expect(code).toBeVisible();
  const picture = sharp(await code.screenshot({ animations: 'disabled' }))
    .ensureAlpha()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return jsQR(Uint8ClampedArray.from(data), info.width, info.height)?.data ?? '';
}

async function openPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 640 } })).newPage();
}

async function book(page: Page, url: string, recipient: string): Promise<void> {
  await loadOnce(page, url);
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page, { recipient });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
}

test('a follower is named, and is removed by the requester', async ({ browser, page, server }) => {
  await book(page, server.url, 'Contoh Kakek');
  const link = await readCode(page, 'Kode QR untuk mengikuti kunjungan ini');
  expect(link).toMatch(/\/ikuti#[A-Za-z0-9_-]{22}$/);
  const child = await openPhone(browser);
  // The link as it comes out of some messengers.
  await child.goto(`${link.replace('#', '%23')}.`);
  await expect(child.getByLabel('Nama Anda untuk pemilik permohonan')).toBeVisible();
  expect(child.url()).toContain('/ikuti#');
  await checkScreen(child, 'ikuti-nama');
  await child.getByLabel('Nama Anda untuk pemilik permohonan').fill('Contoh Anak');
  await child.getByRole('button', { name: 'Ikuti kunjungan' }).click();
  await expect(child.getByText(/Terjadwal/).first()).toBeVisible();
  await child.goto(`${server.url}/kunjungan`);
  await expect(child.getByText('Anda mengikuti')).toBeVisible();
  await child.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await child.context().setOffline(true);
  await child.goto(link.replace('#', '?fbclid=http://a.b/c.d#'));
  await expect(child.getByLabel('Nama Anda untuk pemilik permohonan')).toBeVisible();
  await child.context().setOffline(false);
  await child.goto(`${new URL(link).origin}/kunjungan`);

  await page.reload();
  await expect(page.getByText('Contoh Anak', { exact: true })).toBeVisible();
  await checkScreen(page, 'pengikut');
  await page.getByRole('button', { name: 'Hentikan Contoh Anak' }).click();
  await page.getByRole('button', { name: 'Ya, hentikan' }).click();
  await expect(page.getByText('Belum ada HP lain yang mengikuti.')).toBeVisible();
  expect(await readCode(page, 'Kode QR untuk mengikuti kunjungan ini')).not.toBe(link);

  await child.reload();
  await expect(child.getByText(/tidak dibagikan lagi/)).toBeVisible();
  await expect(child.getByText('Anda mengikuti')).toHaveCount(0);
  await checkScreen(child, 'ikuti-dihentikan');
  await child.getByRole('button', { name: 'Mengerti' }).click();
  await expect(child.getByText(/tidak dibagikan lagi/)).toHaveCount(0);
});

test('a phone is transferred to another by its code', async ({ browser, page, server }) => {
  await book(page, server.url, 'Contoh Nenek');
  await page.goto(`${server.url}/pengaturan`);
  await page.getByRole('link', { name: /Pindah ke HP baru/ }).click();
  await checkScreen(page, 'pindah', 'Pindah ke HP baru');
  await page.getByRole('button', { name: 'Buat kode pindah' }).click();
  const link = await readCode(page, 'Kode QR untuk pindah ke HP baru');
  expect(link).toMatch(/\/pindah#[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/);
  await checkScreen(page, 'pindah-kode');

  const next = await openPhone(browser);
  await next.goto(link);
  await expect(next.getByText('Ini yang ditemukan dari HP lama:')).toBeVisible();
  await checkScreen(next, 'pindah-ditemukan');
  await next.getByRole('button', { name: 'Pindahkan sekarang' }).click();
  await expect(next.getByRole('heading', { name: 'Sudah pindah' })).toBeVisible();
  await next.getByRole('link', { name: 'Lihat kunjungan saya' }).click();
  await next.getByRole('link', { name: /Akta kematian/ }).click();
  await expect(next.getByText(/Contoh Nenek/).first()).toBeVisible();

  await expect(page.getByRole('heading', { name: 'Sudah pindah ke HP lain', level: 1 })).toBeVisible();
  await checkScreen(page, 'pindah-sudah');
  await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Ya, hapus/ })
    .click();
  await page.waitForURL(`${server.url}/`);
  await page.goto(`${server.url}/kunjungan`);
  await expect(page.getByText(/Belum ada kunjungan/)).toBeVisible();
});
