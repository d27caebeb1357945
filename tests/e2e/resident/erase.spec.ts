import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';

test("a resident has the office's data of a cancelled visit deleted, and asks for it without a connection", async ({
  page,
  server,
}) => {
  await loadOnce(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await fillInRequest(page, { recipient: 'Contoh Nenek' });
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Hapus data saya/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Batalkan kunjungan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Ya/ }).click();
  await page.getByRole('link', { name: /Hapus data saya di kantor/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hapus data saya di kantor' })).toBeVisible();
  await checkScreen(page, 'hapus-data');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Minta hapus data' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, 'hapus-data-tanya');
  await page.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect(page.getByText('Permintaan tersimpan di HP ini')).toBeVisible();
  await checkScreen(page, 'hapus-data-menunggu');
  await page.context().setOffline(false);
  await expect(page.getByText('Data di kantor sudah dihapus')).toBeVisible({ timeout: 60_000 });
  await checkScreen(page, 'hapus-data-selesai');
  await page.getByRole('link', { name: 'Kembali ke kunjungan' }).click();
  await expect(page.getByRole('link', { name: /Data di kantor sudah dihapus/ })).toBeVisible();
  // The phone keeps its own copy.
  await expect(page.getByText(/Contoh Nenek/).first()).toBeAttached();
  await checkScreen(page, 'kunjungan-data-dihapus');
});
