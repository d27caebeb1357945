import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { fillWindow } from '../support/fill-window';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

// Each screen is judged in three modes.
test.describe.configure({ timeout: 240_000 });

/** Kel. Ganjar Asri, as `fillInRequest` chooses it. */
const AREA = '18.72.03.1004';

const send = (page: Page) => page.getByRole('button', { name: 'Kirim permohonan' }).click();
const state = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();

test('every page of a booking is sound, empty and with its errors', async ({ page, server }) => {
  await page.goto(`${server.url}/ajukan`);
  await expect(page.getByRole('button', { name: 'Mulai isi' })).toBeVisible();
  await checkScreen(page, 'ajukan-mulai', 'Ajukan kunjungan');
  await fillInRequest(page, {
    onPage: async ({ name, isOptional }) => {
      await checkScreen(page, `ajukan-${name}`);
      if (isOptional) return;
      await page.getByRole('button', { name: 'Lanjut' }).click();
      await expect(page.getByRole('alert')).toBeFocused();
      await checkScreen(page, `ajukan-${name}-salah`);
    },
  });
  await checkScreen(page, 'ajukan-periksa');
  await page.getByRole('link', { name: /Ubah Nama penerima/ }).click();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('');
  await page.getByRole('link', { name: 'Kembali' }).click();
  await state(page, 'Periksa jawaban Anda');
  await checkScreen(page, 'ajukan-periksa-kurang');
  await page.goto(`${server.url}/ajukan`);
  await expect(page.getByRole('button', { name: 'Hapus isian ini' })).toBeVisible();
  await checkScreen(page, 'ajukan-lanjutkan');
  await page.getByRole('button', { name: 'Hapus isian ini' }).click();
  await checkScreen(page, 'ajukan-hapus', 'Hapus isian ini?');
});

test('the pages of a visit are sound when it is kept, scheduled, rescheduled and cancelled', async ({
  context,
  page,
  server,
}) => {
  await loadOnce(page, `${server.url}/ajukan`);
  await fillInRequest(page);
  await context.setOffline(true);
  await send(page);
  await state(page, 'Tersimpan di HP ini');
  await checkScreen(page, 'kunjungan-tersimpan');
  await page.getByRole('button', { name: 'Tarik kembali atau ubah' }).click();
  await checkScreen(page, 'kunjungan-tarik', 'Tarik kembali permohonan ini?');
  await page.getByRole('button', { name: 'Tidak, tetap kirim' }).click();
  await context.setOffline(false);
  await state(page, 'Terjadwal');
  await expect(page.getByText('Ada perubahan')).toHaveCount(0);
  await checkScreen(page, 'kunjungan-terjadwal');
  await page.getByText('Isi permohonan').click();
  await checkScreen(page, 'kunjungan-isi');
  await page.getByRole('link', { name: 'Pilih waktu lain' }).click();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await checkScreen(page, 'kunjungan-waktu');
  await page.getByRole('button', { name: 'Pakai waktu ini' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await checkScreen(page, 'kunjungan-waktu-salah');
  await context.setOffline(true);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Pakai waktu ini' }).click();
  await expect(page.getByText('Waktu baru belum terkirim')).toBeVisible();
  await checkScreen(page, 'kunjungan-waktu-menunggu');
  await context.setOffline(false);
  await expect(page.getByText('Ada perubahan')).toBeVisible();
  await checkScreen(page, 'kunjungan-berubah');
  await page.getByRole('button', { name: 'Batalkan kunjungan' }).click();
  await checkScreen(page, 'kunjungan-batal-tanya', 'Batalkan kunjungan ini?');
  await page.getByRole('button', { name: 'Ya, batalkan' }).click();
  await state(page, 'Dibatalkan');
  await checkScreen(page, 'kunjungan-batal');
});

test('the page of a visit on the waiting list is sound, and takes what is free', async ({ page, server }) => {
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page, { hasPreference: true });
  const { windows }: { windows: { date: string; window: string }[] } = await (
    await fetch(`${server.url}/api/availability?area=${AREA}&minutes=45`)
  ).json();
  const [first] = windows;
  if (first === undefined) throw new Error('no window');
  await fillWindow(server.url, { area: AREA, ...first });
  await send(page);
  await state(page, 'Daftar tunggu');
  await expect(page.getByText(/Keadaan .* Bisa berubah/)).toBeVisible();
  await checkScreen(page, 'kunjungan-daftar-tunggu');
  await page.getByRole('link', { name: 'Kembali' }).click();
  await checkScreen(page, 'kunjungan-semua', 'Kunjungan saya');
  await page.goBack();
  await page
    .getByRole('button', { name: /^Pilih .*\d\d\.\d\d/ })
    .first()
    .click();
  await state(page, 'Terjadwal');
});

test('the page of a refused request is sound, and the request can be corrected', async ({ page, server }) => {
  // The catalogue has changed since this phone loaded it: the server itself refuses.
  await page.route('**/api/sync', (route) => {
    const body: { commands: { request?: { services: string[] } }[] } = route.request().postDataJSON();
    for (const { request } of body.commands) if (request) request.services = ['layanan-lama'];
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page);
  await send(page);
  await state(page, 'Perlu diperbaiki');
  await checkScreen(page, 'kunjungan-ditolak');
  await page.unroute('**/api/sync');
  await page.getByRole('button', { name: 'Perbaiki' }).click();
  await state(page, 'Periksa jawaban Anda');
  await send(page);
  await state(page, 'Terjadwal');
});
