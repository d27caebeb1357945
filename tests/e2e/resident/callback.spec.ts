import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';
import { makeTeam } from '../support/staff-team';

const PHONE_VIEW = { width: 360, height: 640 };

test('a resident who asks for a callback without a signal is promised a time, called, and booked during the call', async ({
  browser,
  freshServer: server,
}) => {
  const phone = await browser.newContext({ viewport: PHONE_VIEW, baseURL: server.url });
  const page = await phone.newPage();
  await loadOnce(page, '/');
  await page.getByRole('link', { name: 'Minta ditelepon' }).click();
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expect(page.getByRole('alert')).toContainText('Isi nomor telepon');
  await checkScreen(page, 'callback-wrong');
  await phone.setOffline(true);
  await page.getByLabel('Nama Anda').fill('Wati Contoh');
  await page.getByLabel('Nomor telepon').fill('0812 3456 7890');
  await page.getByRole('button', { name: 'Kirim' }).click();
  await expect(page.getByText('Tersimpan di HP ini')).toBeVisible();
  await checkScreen(page, 'callback-kept');
  await phone.setOffline(false);
  await expect(page.getByText(/Kami menelepon paling lambat/)).toBeVisible({ timeout: 30_000 });
  await checkScreen(page, 'callback-promised');

  const team = await makeTeam(server);
  const rina = await team.join(browser, { role: 'coordinator', name: 'Rina Contoh' });
  const desk = await rina.newPage();
  await desk.goto('/petugas/meja');
  await desk
    .getByRole('navigation', { name: 'Menu meja' })
    .getByRole('link', { name: 'Telepon balik' })
    .click();
  await expect(desk.getByRole('link', { name: 'Telepon 0812-3456-7890' })).toBeVisible();
  await desk.getByRole('button', { name: 'Tidak diangkat' }).click();
  await expect(desk.getByText(/1 kali tidak diangkat/)).toBeVisible();
  await checkScreen(desk, 'desk-callbacks');

  await desk.getByRole('listitem').getByRole('link', { name: 'Catat permohonan' }).click();
  await expect(desk.locator('#contactName')).toHaveValue('Wati Contoh');
  await expect(desk.locator('#contactPhone')).toHaveValue('0812-3456-7890');
  await desk.locator('#recipientName').fill('Siti Contoh');
  await desk.locator('#birthYear').fill('1948');
  await desk.locator('#area').selectOption({ index: 1 });
  await desk.locator('#street').fill('Jalan Contoh 5');
  await desk.getByRole('checkbox', { name: 'Konsultasi perizinan' }).check();
  await desk.getByRole('button', { name: 'Simpan permohonan' }).click();
  await expect(desk.getByText('Permohonan tersimpan')).toBeVisible();
  await desk.getByRole('link', { name: 'Telepon balik' }).click();
  await expect(desk.getByText('Tidak ada yang menunggu ditelepon.')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Sudah selesai')).toBeVisible();
  await page.getByRole('button', { name: 'Hapus dari daftar' }).click();
  await expect(page.getByLabel('Nama Anda')).toBeVisible();
  await rina.close();
  await phone.close();
});
