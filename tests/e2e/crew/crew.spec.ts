import { expect, test } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { enterAsCrew, startDay } from '../support/crew-day';

const MINUTE_MS = 60_000;

test('a crew works all day without a connection, and the resident sees it in the evening', async ({
  page,
}) => {
  const day = await startDay();
  try {
    await enterAsCrew(page, day);
    await expect(page.getByRole('link', { name: /Contoh/ })).toHaveCount(2);
    await checkScreen(page, 'petugas-lembar');
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    await expect(page.getByRole('link', { name: 'Buka peta' })).toBeVisible();
    await checkScreen(page, 'petugas-kunjungan');
    // The feature's first load brings what the pages need; from here on there is no connection.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await expect(page.getByText('Dalam perjalanan')).toBeVisible();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect(page.getByText('Terjadwal')).toBeVisible();
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await page.getByRole('link', { name: 'Sampai' }).click();
    await checkScreen(page, 'petugas-sampai', /Sampai$/);
    const number = (await day.server.rowsOf('phone-0'))[0]?.number ?? '';
    await page.getByLabel('Nomor permohonan').fill(number);
    await page.getByRole('button', { name: 'Catat sampai' }).click();
    await page.getByRole('link', { name: 'Catat hasil' }).click();
    await page.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await checkScreen(page, 'petugas-hasil');
    await page.getByRole('button', { name: 'Semua selesai' }).click();
    await page.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(page.getByText('Selesai dicatat')).toBeVisible();
    await checkScreen(page, 'petugas-selesai');
    expect((await day.server.rowsOf('phone-0'))[0]).toMatchObject({ state: 'scheduled' });

    await page.clock.fastForward(2 * MINUTE_MS);
    await page.context().setOffline(false);
    await expect(page.getByText('Terkirim', { exact: true })).toBeVisible();
    expect((await day.server.rowsOf('phone-0'))[0]).toMatchObject({
      state: 'closed',
      visit: { outcomes: [{ outcome: 'done' }, { outcome: 'done' }] },
    });
    await page.goto(`${day.url}/petugas/tugas/cetak`);
    await expect(page.getByRole('table')).toBeVisible();
    await checkScreen(page, 'petugas-cetak');
    // Two visits need no second sheet: the table is as wide as the paper.
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  } finally {
    await day.stop();
  }
});
