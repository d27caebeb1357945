import { expect } from '@playwright/test';
import { fillInRequest } from './fill-in-request';
import { loadOnce } from './load-once';
import { lookAt } from './look-at';
import { test } from './serve';

test('the simple mode asks one thing a page, and a returning resident needs two taps', async ({
  page,
  server,
}) => {
  test.slow();
  await loadOnce(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Mode sederhana' }).click();
  await expect(page.getByRole('link', { name: 'Bantuan' })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Untuk Contoh Ibu/)).toBeVisible();
  await lookAt(page, 'sederhana-beranda');

  await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
  await page.getByRole('button', { name: /Isi yang baru|Mulai isi/ }).click();
  const seen: number[] = [];
  for (let step = 0; step < 8; step += 1) {
    const radios = page.getByRole('radio');
    await expect(page.getByRole('button', { name: 'Lanjut' })).toBeVisible();
    seen.push((await radios.count()) + (await page.getByRole('checkbox').count()));
    const field = page.getByRole('textbox').first();
    if ((await radios.count()) > 0) await radios.first().check();
    else if ((await field.count()) > 0 && (await field.inputValue()) === '') {
      await field.fill(step < 3 ? 'Contoh Bapak' : '1948');
    }
    if (step === 1) await lookAt(page, 'sederhana-nama');
    await page.getByRole('button', { name: 'Lanjut' }).click();
  }
  expect(Math.max(...seen)).toBeLessThanOrEqual(2);

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Pesan lagi seperti terakhir' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal|Terkirim|Tersimpan/ })).toBeVisible();
});
