import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { fillWindow } from '../support/fill-window';
import { test } from '../support/serve';

const AREA = '18.72.03.1004';
const OPEN = 'Ubah permohonan';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function book(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Ibu' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(heading(page, /Terjadwal/)).toBeVisible();
}

const change = (page: Page, subject: string) =>
  page.getByRole('link', { name: `Ubah ${subject}`, exact: true }).click();

test('a sent request is changed without a signal, and keeps its date', async ({ page, context, server }) => {
  await book(page, server.url);
  await page.getByRole('button', { name: OPEN }).click();
  await expect(heading(page, OPEN)).toBeVisible();
  await page.getByRole('button', { name: 'Kirim perubahan' }).click();
  await expect(page.getByText('Belum ada yang diubah.')).toBeVisible();
  await checkScreen(page, 'change-nothing');
  await change(page, 'Alamat');
  await page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Baru 27');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await change(page, 'Layanan');
  await page.getByRole('checkbox', { name: /PBB-P2/ }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByText('Yang Anda ubah: Layanan, Alamat.')).toBeVisible();
  await expect(page.getByText('Jadwal ini tetap. Waktunya masih cukup.')).toBeVisible();
  await checkScreen(page, 'change-check');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Kirim perubahan' }).click();
  await expect(page.getByText('Perubahan belum terkirim')).toBeVisible();
  await page.getByText('Isi permohonan').click();
  await expect(page.getByText(/Jalan Contoh 1/)).toBeVisible();
  await checkScreen(page, 'change-waits');
  await page.getByRole('button', { name: 'Tarik kembali perubahan' }).click();
  await page.getByRole('button', { name: 'Lanjutkan perubahan' }).click();
  await expect(page.getByText(/Jalan Baru 27/)).toBeVisible();
  await page.getByRole('button', { name: 'Kirim perubahan' }).click();
  await expect(page.getByText('Perubahan belum terkirim')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Perubahan belum terkirim')).toHaveCount(0);
  await page.getByText('Isi permohonan').click();
  await expect(page.getByText(/Jalan Baru 27/)).toBeVisible();
  await expect(page.getByText(/Akta kematian, Konsultasi atau pembayaran PBB-P2/)).toBeVisible();
  await expect(heading(page, /Terjadwal/)).toBeVisible();
});

test('a change that no longer fits leaves the request as it was until another date is chosen', async ({
  page,
  freshServer,
}) => {
  const { url } = freshServer;
  await book(page, url);
  const scheduled = await page.evaluate(async () => {
    const open = indexedDB.open('mpp-mobile');
    const database = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    const read = database.transaction('bookings').objectStore('bookings').getAll();
    const rows = await new Promise<{ row: { scheduled: { date: string; window: string } } }[]>((done) => {
      read.onsuccess = () => done(read.result);
    });
    database.close();
    return rows[0]?.row.scheduled;
  });
  if (scheduled === undefined) throw new Error('no date');
  await page.getByRole('button', { name: OPEN }).click();
  await change(page, 'Layanan');
  await page.getByRole('checkbox', { name: /PBB-P2/ }).check();
  await page.getByRole('checkbox', { name: /IKD/ }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByText('Jadwal ini tetap. Waktunya masih cukup.')).toBeVisible();
  // Others take the last minutes while she looks at the page.
  await fillWindow(url, { area: AREA, ...scheduled });
  await page.getByRole('button', { name: 'Kirim perubahan' }).click();
  await expect(page.getByText(/tidak muat di jadwal yang sekarang/)).toBeVisible();
  await checkScreen(page, 'change-refused', /Terjadwal/);
  await page.getByRole('button', { name: 'Lanjutkan perubahan' }).click();
  await expect(page.getByText('Jadwal ini tidak cukup untuk perubahan Anda')).toBeVisible();
  await checkScreen(page, 'change-date-full', OPEN);
  await page.getByRole('button', { name: 'Pilih jadwal lain' }).click();
  await page.getByRole('radio', { name: 'Saya pilih waktunya' }).check();
  const room = page.getByRole('checkbox').filter({ hasNot: page.locator('[disabled]') });
  await room.nth(2).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByText(/dilepas setelah Anda mendapat/)).toBeVisible();
  await checkScreen(page, 'change-other-date', OPEN);
  await page.getByRole('button', { name: 'Kirim perubahan' }).click();
  await expect(page.getByText('Perubahan belum terkirim')).toHaveCount(0);
  await page.getByText('Isi permohonan').click();
  await expect(page.getByText(/IKD/).first()).toBeVisible();
  await expect(heading(page, /Terjadwal/)).toBeVisible();
});
