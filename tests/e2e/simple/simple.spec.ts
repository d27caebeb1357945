import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

const STEPS = 8;
const ANSWERS = [
  [/Nama lengkap/, 'Contoh Bapak'],
  [/Tahun lahir/, '1948'],
] as const;

const OTHER_QUESTIONS = [
  ['sederhana-telepon', '/telepon?bagian=phone'],
  ['sederhana-keluarga', '/keluarga/tambah?bagian=birthYear'],
] as const;

test('simple mode asks one thing per page, and a returning resident needs two taps', async ({
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
  await checkScreen(page, 'sederhana-beranda');

  await page.getByRole('link', { name: 'Ajukan kunjungan' }).click();
  await page.getByRole('button', { name: /Isi yang baru|Mulai isi/ }).click();
  const seen: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const radios = page.getByRole('radio');
    await expect(page.getByRole('button', { name: 'Lanjut' })).toBeVisible();
    seen.push((await radios.count()) + (await page.getByRole('checkbox').count()));
    if ((await radios.count()) > 0) await radios.first().check();
    for (const [name, answer] of ANSWERS) {
      const field = page.getByRole('textbox', { name });
      if ((await field.count()) > 0) await field.fill(answer);
    }
    if (step === 1) await checkScreen(page, 'sederhana-nama');
    const before = page.url();
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await expect(page).not.toHaveURL(before);
  }
  expect(Math.max(...seen)).toBeLessThanOrEqual(2);

  const draft = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
  await page.goto(`${server.url}${draft}/alamat?bagian=rt`);
  await expect(page.getByRole('textbox')).toHaveAccessibleName(/^RT/);
  await checkScreen(page, 'sederhana-rt');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('textbox', { name: /^RW/ })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await checkScreen(page, 'sederhana-rw');

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Pesan lagi seperti terakhir' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal|Terkirim|Tersimpan/ })).toBeVisible();

  for (const [name, address] of OTHER_QUESTIONS) {
    await page.goto(server.url + address);
    await expect(page.getByRole('heading', { level: 1, name: /Minta ditelepon|Tambah orang/ })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await checkScreen(page, name);
  }
});
