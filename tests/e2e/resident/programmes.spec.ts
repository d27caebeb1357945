import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

test('a resident opens the page of Nasi Ketan, asks for NIB at home, and gets a day of its unit', async ({
  context,
  page,
  server,
}) => {
  test.slow();
  await loadOnce(page, server.url);
  // Everything but the server's answer is there without a connection.
  await context.setOffline(true);
  await page.goto(server.url);
  await page.getByRole('link', { name: /^Nasi Ketan/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Nasi Ketan$/ })).toBeVisible();
  await expect(page.getByText('Senin, Rabu')).toBeVisible();
  await page.getByRole('link', { name: 'Ajukan NIB di rumah' }).click();
  await expect(page.getByText(/NIB usaha perorangan/)).toBeVisible();
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  const goOn = () => page.getByRole('button', { name: 'Lanjut' }).click();
  const at = (heading: string) =>
    expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();

  await page.getByRole('radio', { name: 'Saya sendiri' }).check();
  await goOn();
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Contoh Pengusaha');
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1980');
  await goOn();
  await at('Apa yang perlu kami siapkan?');
  await goOn();

  // A service of another programme is no part of this visit: the page says so, and one press removes it.
  await at('Layanan apa yang dibutuhkan?');
  await expect(page.getByRole('checkbox', { name: /^NIB usaha perorangan/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^Akta kematian/ }).check();
  await expect(page.getByText('Ini perlu lebih dari satu kunjungan')).toBeVisible();
  await goOn();
  await expect(page.getByRole('alert')).toContainText('tidak bisa dalam satu kunjungan');
  await checkScreen(page, 'layanan-dua-program');
  await page.getByRole('button', { name: 'Ajukan NIB dulu (Nasi Ketan)' }).click();
  await expect(page.getByRole('checkbox', { name: /^Akta kematian/ })).not.toBeChecked();
  await expect(page.getByText('Ini perlu lebih dari satu kunjungan')).toHaveCount(0);
  await goOn();

  // NIB has three requirements and needs the owner's phone, and asks no question.
  await at('Siapkan berkas ini');
  await expect(page.getByRole('checkbox')).toHaveCount(4);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await goOn();
  await page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Contoh 1');
  await page.getByRole('searchbox', { name: /Kelurahan/ }).fill('ganjarasri');
  await page.getByRole('radio', { name: 'Kel. Ganjar Asri, Metro Barat' }).check();
  await goOn();
  await page.getByRole('radio', { name: 'Saya pilih waktunya' }).check();
  // The programme's unit comes to Metro Barat on Tuesdays and Thursdays; on Thursdays no other unit does.
  const days = page.getByRole('group', { name: /, \d+ \S+ \d{4}/ });
  await expect(days.first()).toBeVisible();
  for (const day of await days.all()) await expect(day).toHaveAccessibleName(/^(Selasa|Kamis),/);
  await page
    .getByRole('group', { name: /^Kamis,/ })
    .getByRole('checkbox')
    .first()
    .check();
  await goOn();
  await page.getByRole('textbox', { name: /^Nama/ }).fill('Contoh Pengusaha');
  await page.getByRole('textbox', { name: /Nomor telepon/ }).fill('0812 3456 7890');
  await page.getByRole('radio', { name: 'Telepon' }).check();
  await goOn();
  await at('Periksa jawaban Anda');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
  await expect(page.getByText(/Kamis,? \d/).first()).toBeVisible();
});
