import { expect, test } from '@playwright/test';
import { MONDAY_9 } from '../../support/test-server';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { startCity } from '../support/start-city';
import { arrive, visit } from '../support/visit-home';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const WEDNESDAY_8 = Date.parse('2026-11-25T01:00:00Z');
const MINUTE_MS = 60_000;
const NUMBER = /^\d{4} \d{4}$/;

test('after a package of three, what is lacking is said, and the next visit is asked for with all that is known', async ({
  browser,
}) => {
  test.slow();
  const city = await startCity();
  try {
    const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const resident = await phone.newPage();
    await resident.clock.install({ time: MONDAY_9 });
    await loadOnce(resident, city.url);
    await resident.goto(`${city.url}/ajukan`);
    await fillInRequest(resident, { recipient: 'Siti Contoh', wanted: 'Keluarga meninggal' });
    await resident.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(resident.getByRole('heading', { level: 1, name: 'Terjadwal' })).toBeVisible();
    const page = resident.url();
    const number = (await resident.getByText(NUMBER).first().textContent()) ?? '';

    city.server.setClock(TUESDAY_8);
    const crew = await city.openAs(browser, 'crew', '/petugas/tugas', TUESDAY_8);
    await arrive(crew, 'Siti Contoh', number);
    const outcomes = crew.locator('.record-service');
    await expect(outcomes).toHaveCount(3);
    const [certificate, family, card] = [outcomes.nth(0), outcomes.nth(1), outcomes.nth(2)];
    await certificate.getByRole('radio', { name: 'Selesai', exact: true }).check();
    await family.getByRole('radio', { name: 'Berkas kurang' }).check();
    await family.getByLabel('Alasan').fill('Kutipan akta nikah belum ada');
    await card.getByRole('radio', { name: 'Selesai', exact: true }).check();
    await crew
      .getByRole('group', { name: /Berkas yang masih kurang/ })
      .getByRole('checkbox')
      .first()
      .check();
    await crew.getByRole('radio', { name: 'Perlu kunjungan lagi' }).check();
    await crew.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(crew.getByText('Selesai dicatat')).toBeVisible();
    await crew.clock.fastForward(2 * MINUTE_MS);
    await expect(crew.getByText('Terkirim', { exact: true })).toBeVisible();

    await resident.goto(page);
    await expect(resident.getByRole('heading', { name: 'Hasil kunjungan' })).toBeVisible();
    await checkScreen(resident, 'hasil-kurang');
    await resident.getByRole('button', { name: 'Ajukan kunjungan lanjutan' }).click();
    await expect(resident.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
    await checkScreen(resident, 'lanjutan-periksa');
    // Nothing is left to fill in: recipient, place, contact and time are known, and only what is not done is
    // asked for.
    await resident.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(resident.getByRole('heading', { level: 1, name: 'Terjadwal' })).toBeVisible();
    const next = (await resident.getByText(NUMBER).first().textContent()) ?? '';
    expect(next).not.toBe(number);

    city.server.setClock(WEDNESDAY_8);
    // Unit 2 serves Metro Barat on Wednesdays.
    const again = await city.openAs(browser, 'crew', '/petugas/tugas', WEDNESDAY_8, 'unit-2');
    await visit(again, 'Siti Contoh', next);
    await again.clock.fastForward(2 * MINUTE_MS);
    await expect(again.getByText('Terkirim', { exact: true })).toBeVisible();
    await resident.reload();
    await expect(resident.getByRole('heading', { level: 1, name: 'Selesai' })).toBeVisible();
    await checkScreen(resident, 'hasil-selesai');

    const desk = await city.openAs(browser, 'coordinator', '/petugas/angka', WEDNESDAY_8);
    await expect(desk.getByText('Satu kunjungan selesai').first()).toBeVisible();
    await checkScreen(desk, 'angka');
  } finally {
    await city.stop();
  }
});
