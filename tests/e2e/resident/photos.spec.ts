import { expect, type Page } from '@playwright/test';
import { makeJpeg } from '../../support/pictures';
import { checkScreen } from '../support/check-screen';
import { countSends } from '../support/count-sends';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test as base } from '../support/serve';

/** Chromium's own fake camera, allowed without asking. */
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const test = base.extend<object, object>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), ...FAKE_CAMERA] });
    },
    { scope: 'worker' },
  ],
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Photographs the first requirement with the camera, and cuts and turns the photo. */
async function photograph(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Foto dokumen ini/ })
    .first()
    .click();
  await checkScreen(page, 'photo-choose', /^Foto dokumen/);
  await button(page, 'Buka kamera').click();
  await expect(page.getByText('Membuka kamera')).toBeHidden();
  await checkScreen(page, 'photo-camera');
  await button(page, 'Ambil foto').click();
  await button(page, 'Potong tepi').click();
  await page.getByRole('group', { name: 'Tepi atas' }).getByRole('button', { name: 'Potong' }).click();
  await expect(page.getByText('Terpotong 5 persen')).toHaveCount(1);
  await checkScreen(page, 'photo-cut');
  await button(page, 'Selesai memotong').click();
  await button(page, 'Putar').click();
  await checkScreen(page, 'photo-review');
  await button(page, 'Pakai foto ini').click();
  await expect(page.getByText('Tersimpan di HP ini')).toBeVisible();
}

/** Picks a photo that says where it was taken, after a file that only looks like a photo. */
async function pick(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^(Tambah foto|Foto dokumen ini)/ })
    .last()
    .click();
  const file = page.locator('input[type=file]');
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await file.setInputFiles({ name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: script });
  await expect(page.getByText('Ini bukan foto.')).toBeVisible();
  const jpeg = await makeJpeg({ width: 1_200, height: 900 });
  expect(jpeg.includes('Exif')).toBe(true);
  await file.setInputFiles({ name: 'kk.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  // The photo is turned as the camera was held: 1,200 wide in the file, taller than wide on screen.
  const box = await page.getByRole('img', { name: /^Foto / }).boundingBox();
  expect(box?.height).toBeGreaterThan(box?.width ?? 0);
  await button(page, 'Pakai foto ini').click();
}

test('a document is photographed, cut and kept offline, and sent after the booking', async ({
  context,
  page,
  server,
}) => {
  const counter = await countSends(server.url);
  const { url, photos: sent } = counter;
  await loadOnce(page, url);
  await context.setOffline(true);
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page, {
    onPage: async ({ name }) => {
      if (name !== 'alamat') return;
      await page.getByRole('link', { name: 'Kembali' }).click();
      await page.getByRole('link', { name: /^Foto dokumen/ }).click();
      await photograph(page);
      await pick(page);
      await expect(page.getByText('Tersimpan di HP ini')).toHaveCount(2);
      await checkScreen(page, 'photos-kept');
      await page.getByRole('link', { name: 'Lanjut mengisi' }).click();
      await expect(page.getByText('2 foto tersimpan di HP ini')).toBeVisible();
      await button(page, 'Lanjut').click();
    },
  });
  await button(page, 'Kirim permohonan').click();
  await expect(page.getByRole('heading', { level: 1, name: /Tersimpan di HP ini/ })).toBeVisible();
  expect(sent.size).toBe(0);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: /2 foto terkirim/ }).click({ timeout: 30_000 });
  await expect(page.getByText('Terkirim', { exact: true })).toHaveCount(2);
  const photos = [...sent.values()].map((parts) => Buffer.concat(parts));
  expect(photos).toHaveLength(2);
  for (const photo of photos) {
    expect(photo.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(photo.length).toBeLessThanOrEqual(307_200);
    for (const mark of ['Exif', 'GPS', 'Contoh Kamera', 'http://ns.adobe.com']) {
      expect(photo.includes(mark), mark).toBe(false);
    }
  }
  counter.stop();
});
