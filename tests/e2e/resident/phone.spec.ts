import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

const send = (page: Page) => page.getByRole('button', { name: 'Kirim permohonan' }).click();

async function bookOffline(context: BrowserContext, page: Page, url: string): Promise<void> {
  await loadOnce(page, url);
  await context.setOffline(true);
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1, name: /Tersimpan di HP ini/ })).toBeVisible();
}

test('the date goes into a calendar, without personal data', async ({ page, server }) => {
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Paman' });
  await send(page);
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible();
  const hours = (await page.getByText(/^\d\d\.\d\d–\d\d\.\d\d$/).textContent()) ?? '';
  const number = ((await page.getByText(/^\d{4} \d{4}$/).textContent()) ?? '').replace(' ', '');
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tambah ke kalender' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe(`kunjungan-${number}.ics`);
  const text = await readFile(await download.path(), 'utf8');
  // The file is in UTC; Metro is seven hours ahead.
  const beginsUtc = String(Number(hours.slice(0, 2)) - 7).padStart(2, '0');
  expect(text).toMatch(new RegExp(`^DTSTART:\\d{8}T${beginsUtc}${hours.slice(3, 5)}00Z\r$`, 'm'));
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VEVENT\r\nEND:VCALENDAR\r\n$/s);
  for (const secret of ['Paman', 'Jalan', '812']) expect(text).not.toContain(secret);
});

for (const isGranted of [true, false]) {
  test(`a request with a place by GPS ${isGranted ? 'allowed' : 'denied'} is sent`, async ({
    context,
    page,
    server,
  }) => {
    await context.grantPermissions(isGranted ? ['geolocation'] : []);
    await context.setGeolocation({ latitude: -5.1131, longitude: 105.3067, accuracy: 12 });
    await page.goto(`${server.url}/ajukan`);
    await fillInRequest(page, {
      onPage: async ({ name }) => {
        if (name !== 'alamat') return;
        await page.getByRole('button', { name: 'Tambahkan titik lokasi' }).click();
        const words = isGranted ? 'Ketelitian sekitar 12 meter.' : 'Tidak apa-apa, alamat saja sudah cukup.';
        await expect(page.getByText(words)).toBeVisible();
      },
    });
    await send(page);
    await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible();
  });
}

test('wiping warns of what was never sent, and leaves nothing to send', async ({ context, page, server }) => {
  await bookOffline(context, page, server.url);
  await page.goto(`${server.url}/pengaturan`);
  await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
  await expect(page.getByText(/1 belum terkirim\. Jika dihapus/)).toBeVisible();
  await page.getByRole('button', { name: 'Ya, hapus semua' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Layanan datang ke rumah Anda' })).toBeVisible();
  await page.goto(`${server.url}/kunjungan`);
  await expect(page.getByText(/Belum ada kunjungan/)).toBeVisible();
  const left = await page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(found?.name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counts = ['drafts', 'bookings', 'outbox'].map((table) => {
      const counting = db.transaction(table).objectStore(table).count();
      return new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
    });
    return Promise.all(counts);
  });
  expect(left).toEqual([0, 0, 0]);
  await context.setOffline(false);
  await expect(page.getByText('Tidak ada sinyal')).toHaveCount(0);
  await expect(page.getByText(/belum terkirim/)).toHaveCount(0);
});

test('a request is withdrawn before it is sent, changed, and sent once', async ({
  context,
  page,
  server,
}) => {
  await bookOffline(context, page, server.url);
  await page.getByRole('button', { name: 'Tarik kembali atau ubah' }).click();
  await page.getByRole('button', { name: 'Ya, tarik kembali' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
  await expect(page.getByText(/1 belum terkirim/)).toHaveCount(0);
  await page.getByRole('link', { name: /Ubah Nama penerima/ }).click();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Bibi');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await context.setOffline(false);
  await send(page);
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible();
  await page.goto(`${server.url}/kunjungan`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByText(/Untuk Contoh Bibi/)).toBeVisible();
});

test('installing is offered once there is a visit, and starts with a press', async ({
  context,
  page,
  server,
}) => {
  const offer = async () => {
    // The page is drawn before its code can hear an offer.
    await expect(page.locator('html[data-started]')).toHaveCount(1);
    await page.evaluate(() => {
      const prompt = async () => document.body.setAttribute('data-prompted', '');
      window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
    });
  };
  await loadOnce(page, server.url);
  await offer();
  await expect(page.getByRole('heading', { name: 'Butuh bantuan?' })).toBeVisible();
  await expect(page.getByText('Pasang di HP Anda')).toHaveCount(0);
  await bookOffline(context, page, server.url);
  await page.goto(server.url);
  await offer();
  await page.getByRole('button', { name: 'Pasang', exact: true }).click();
  await expect(page.locator('body[data-prompted]')).toHaveCount(1);
  await expect(page.getByText('Pasang di HP Anda')).toHaveCount(0);
});

test('a phone without room says so, and goes on once there is some', async ({ context, page, server }) => {
  const cdp = await context.newCDPSession(page);
  // Set before the first page: Chromium asks for room once, and then counts on it for a while.
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  await page.goto(`${server.url}/ajukan`);
  const start = page.getByRole('button', { name: 'Mulai isi' });
  await start.click();
  await expect(page.getByText(/Penyimpanan HP penuh/).first()).toBeVisible();
  // The first press is over: while it still tries, room that comes back would take it on by itself.
  await expect(start).toBeEnabled();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await start.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kunjungan ini untuk siapa?' })).toBeVisible();
});
