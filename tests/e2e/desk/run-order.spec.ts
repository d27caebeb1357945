import { expect, type Page, test } from '@playwright/test';
import { eraseExpiredBookings } from '../../../src/server/jobs/booking/erase-expired-bookings';
import { cancel, submit } from '../../support/test-server';
import { checkScreen } from '../support/check-screen';
import { startCity } from '../support/start-city';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const DAY_MS = 86_400_000;
const PAGI = { date: '2026-11-24', window: 'pagi' };
const PEOPLE = ['Siti Contoh', 'Amir Contoh', 'Wati Contoh'];

/** Starts the product on Tuesday morning, with three visits in one window. */
async function startDay() {
  const city = await startCity();
  const commands = PEOPLE.map((name) =>
    submit({ recipient: { name, birthYear: 1950 }, services: ['kk'], preferences: [PAGI] }),
  );
  for (const command of commands) {
    expect((await city.server.send('phone', command)).outcome).toBe('done');
  }
  city.server.setClock(TUESDAY_8);
  return { ...city, commands, unit: await city.readUnit() };
}

const namesOn = async (page: Page) => {
  const texts = await page.getByRole('listitem').filter({ hasText: 'Contoh' }).allTextContents();
  return texts.map((text) => PEOPLE.find((name) => text.includes(name)));
};

test('the desk orders a unit’s day by keyboard, and the crew gets that order instead of its own', async ({
  browser,
}) => {
  const day = await startDay();
  try {
    const ordered = `/petugas/meja/permohonan?view=open&day=${PAGI.date}&unit=${day.unit}`;
    const desk = await day.openAs(browser, 'coordinator', ordered, TUESDAY_8);
    const crew = await day.openAs(browser, 'crew', '/petugas/', TUESDAY_8, day.unit);
    const [siti, amir, wati] = PEOPLE;
    await expect.poll(() => namesOn(crew)).toEqual([siti, amir, wati]);
    await crew.getByRole('button', { name: 'Ubah urutan' }).click();
    await crew.getByRole('button', { name: 'Naikkan Amir Contoh' }).click();
    await expect.poll(() => namesOn(crew)).toEqual([amir, siti, wati]);

    await desk.getByRole('link', { name: 'Atur urutan kunjungan' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: 'Urutan kunjungan' })).toBeVisible();
    await expect.poll(() => namesOn(desk)).toEqual([siti, amir, wati]);
    const up = desk.getByRole('button', { name: 'Naik Wati Contoh' });
    await up.focus();
    await desk.keyboard.press('Enter');
    await expect(up).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect.poll(() => namesOn(desk)).toEqual([wati, siti, amir]);
    await checkScreen(desk, 'desk-order');
    await desk.getByRole('button', { name: 'Simpan urutan' }).click();
    await expect(desk.getByText('Urutan tersimpan.')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Simpan urutan' })).toBeHidden();
    await expect.poll(() => namesOn(desk)).toEqual([wati, siti, amir]);

    await crew.goto(`${day.url}/petugas/tugas`);
    await expect(crew.getByText('Urutan diubah meja layanan')).toBeVisible();
    await expect.poll(() => namesOn(crew)).toEqual([wati, siti, amir]);
    await checkScreen(crew, 'petugas-urutan');
    await crew.getByRole('button', { name: 'Sudah saya baca' }).click();
    await expect(crew.getByText('Urutan diubah meja layanan')).toBeHidden();
    await crew.getByRole('button', { name: 'Ubah urutan' }).click();
    await crew.getByRole('button', { name: 'Naikkan Amir Contoh' }).click();
    await expect.poll(() => namesOn(crew)).toEqual([wati, amir, siti]);
    await crew.goto(`${day.url}/petugas/tugas/cetak`);
    await expect(crew.getByRole('rowheader').first()).toContainText('Wati');
    await expect(crew.getByRole('rowheader').nth(1)).toContainText('Siti');
  } finally {
    await day.stop();
  }
});

test('a request whose data were erased says so at the desk', async ({ browser }) => {
  const day = await startDay();
  try {
    const [first] = day.commands;
    // The cancellation comes before the window begins.
    day.server.setClock(TUESDAY_8 - DAY_MS);
    expect((await day.server.send('phone', cancel(first?.bookingId ?? ''))).outcome).toBe('done');
    day.server.setClock(TUESDAY_8 + 400 * DAY_MS);
    expect(await eraseExpiredBookings(day.server.context)).toBe(1);
    day.server.setClock(TUESDAY_8);
    const desk = await day.openAs(browser, 'coordinator', '/petugas/meja/permohonan?view=over', TUESDAY_8);
    await desk.getByRole('link', { name: 'Data pribadi sudah dihapus' }).click();
    await expect(desk.getByText('Data pribadi sudah dihapus sesuai masa simpan')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Tambah catatan' })).toHaveCount(0);
    await expect(desk.getByText('Siti')).toHaveCount(0);
    await checkScreen(desk, 'desk-erased');
  } finally {
    await day.stop();
  }
});
