import { expect, test } from '@playwright/test';
import { MONDAY_9, submit } from '../../support/test-server';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { startCity } from '../support/start-city';
import { visit } from '../support/visit-home';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const MINUTE_MS = 60_000;
/** Metro Barat, where the resident of the journey lives; Unit 1 is there on Tuesday. */
const AREA = '18.72.03.1002';
const TUESDAY_MORNING = { date: '2026-11-24', window: 'pagi' };

test('a whole day is requested offline, planned, visited offline, rescheduled meanwhile, and closed at night', async ({
  browser,
}) => {
  test.slow();
  const city = await startCity();
  try {
    const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const resident = await phone.newPage();
    await resident.clock.install({ time: MONDAY_9 });
    await loadOnce(resident, city.url);
    await phone.setOffline(true);
    await resident.goto(`${city.url}/ajukan`);
    await fillInRequest(resident, { recipient: 'Siti Contoh' });
    await resident.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(resident.getByText('Tersimpan di HP ini').first()).toBeVisible();
    await phone.setOffline(false);
    await expect(resident.getByText(/Terjadwal/).first()).toBeVisible();

    const place = { area: AREA, street: 'Jalan Contoh 9', rt: '1', rw: '1', landmark: '' };
    const neighbour = submit({
      recipient: { name: 'Amir Contoh', birthYear: 1955 },
      place,
      preferences: [TUESDAY_MORNING],
    });
    expect(await city.server.send('neighbour', neighbour)).toMatchObject({ outcome: 'done' });

    const monday = await city.openAs(browser, 'coordinator', '/petugas/meja/permohonan?view=new', MONDAY_9);
    await monday.getByRole('link', { name: 'Siti Contoh' }).click();
    const number = ((await monday.locator('.file__head p').first().textContent()) ?? '').replace(' ', '');
    await monday.getByRole('button', { name: 'Terima' }).click();
    await expect(monday.getByRole('button', { name: 'Terima' })).toBeHidden();
    // Nobody touches the resident's phone: it learns of the change by itself.
    await expect(resident.getByText('Sudah diperiksa petugas', { exact: true })).toBeVisible();

    const neighbourNumber = (await city.server.rowsOf('neighbour'))[0]?.number ?? '';
    city.server.setClock(TUESDAY_8);
    const crew = await city.openAs(browser, 'crew', '/petugas/tugas', TUESDAY_8);
    await expect(crew.getByRole('link', { name: /Contoh/ })).toHaveCount(2);
    await crew.getByRole('link', { name: 'Siti Contoh' }).click();
    await crew
      .getByRole('link', { name: 'Sampai' })
      .or(crew.getByRole('button', { name: 'Berangkat' }))
      .first()
      .waitFor();
    await crew.goBack();
    await crew.context().setOffline(true);

    await visit(crew, 'Siti Contoh', number);
    await crew.getByRole('link', { name: 'Kembali' }).click();
    // The desk gives the neighbour another day while nobody can tell the crew.
    const file = `/petugas/meja/permohonan/${neighbour.bookingId}?view=open`;
    const desk = await city.openAs(browser, 'coordinator', file, TUESDAY_8);
    await desk.getByRole('button', { name: 'Pindah jadwal' }).click();
    await desk
      .getByRole('radio', { name: /Unit 2/ })
      .first()
      .check();
    await desk.getByRole('button', { name: 'Pindahkan' }).click();
    await expect(desk.getByRole('button', { name: 'Pindahkan' })).toBeHidden();
    await visit(crew, 'Amir Contoh', neighbourNumber);

    await crew.clock.fastForward(2 * MINUTE_MS);
    await crew.context().setOffline(false);
    await expect(desk.getByText('Catatan petugas bentrok')).toBeVisible();
    await crew.goto(`${city.url}/petugas/tugas`);
    await expect(crew.getByText(/dipindah/).first()).toBeVisible();

    await resident.goto(`${city.url}/kunjungan`);
    await expect(resident.getByText('Selesai', { exact: true }).first()).toBeVisible();

    await desk.getByRole('button', { name: 'Pakai catatan petugas' }).click();
    await expect(desk.getByText('Catatan petugas bentrok')).toBeHidden();
    const rows = await city.server.rowsOf('neighbour');
    expect(rows).toMatchObject([{ state: 'closed', visit: { outcomes: [{ outcome: 'done' }] } }]);
    expect(city.server.errors).toEqual([]);
  } finally {
    await city.stop();
  }
});
