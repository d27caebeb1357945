import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { buildApp } from '../../src/server/app';
import { eraseBookings } from '../../src/server/jobs/erase-bookings';
import { startDatabases } from '../support/databases';
import { signInAs } from '../support/staff';
import { cancel, submit, testServer } from '../support/test-server';
import { lookAt } from './look-at';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const DAY_MS = 86_400_000;
const PAGI = { date: '2026-11-24', window: 'pagi' };
/** Of the test alone. */
const PASSWORD = 'kuda hijau makan awan';
const PEOPLE = ['Siti Contoh', 'Amir Contoh', 'Wati Contoh'];

/** The real server with the built app on Tuesday morning, three visits of one window; lets people in. */
async function startDay() {
  const databases = startDatabases('sqlite');
  const server = await testServer(await (await databases.create()).open());
  const app = await buildApp({
    context: server.context,
    rateLimits: { syncsPerDevice: 1_000, requestsPerAddress: 10_000 },
    webRoot: resolve('dist/web'),
  });
  const commands = PEOPLE.map((name) =>
    submit({ recipient: { name, birthYear: 1950 }, services: ['kk'], preferences: [PAGI] }),
  );
  for (const command of commands) {
    expect((await server.send('phone', command)).outcome).toBe('done');
  }
  const [{ unit } = { unit: '' }] = await server.context.db
    .selectFrom('reservations')
    .select('unit')
    .execute();
  server.setClock(TUESDAY_8);
  await app.listen({ port: 0, host: 'localhost' });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const invite = async (role: 'crew' | 'coordinator', signInName: string) => {
    const admin = await signInAs(server.context, 'admin');
    const post = async (path: string, payload: object) => {
      const to = `/api/staff/${path}`;
      const answer = await app.inject({ method: 'POST', url: to, headers: admin.headers, payload });
      expect(answer.statusCode, answer.body).toBeLessThan(300);
      return answer.json();
    };
    const place = role === 'crew' ? { unit } : {};
    const { link } = await post('invites', { name: signInName, signInName, role, areas: [], ...place });
    await post('invites/accept', { token: link.split('#')[1], password: PASSWORD });
  };
  const enter = async (browser: Browser, signInName: string, viewport: { width: number; height: number }) => {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.clock.install({ time: TUESDAY_8 });
    await page.goto(`${url}/petugas/`);
    await page.getByLabel('Nama masuk').fill(signInName);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Meja kerja|Lembar tugas/ })).toBeVisible();
    return page;
  };
  return {
    server,
    url,
    unit,
    commands,
    invite,
    enter,
    stop: async () => {
      await app.close();
      await databases.stop();
    },
  };
}

const namesOn = async (page: Page) => {
  const texts = await page.getByRole('listitem').filter({ hasText: 'Contoh' }).allTextContents();
  return texts.map((text) => PEOPLE.find((name) => text.includes(name)));
};

test('the desk orders a unit’s day by keyboard, and its crew gets that order over its own', async ({
  browser,
}) => {
  const day = await startDay();
  try {
    await day.invite('coordinator', 'koordinator.uji');
    await day.invite('crew', 'petugas.uji');
    const desk = await day.enter(browser, 'koordinator.uji', { width: 1280, height: 800 });
    const crew = await day.enter(browser, 'petugas.uji', { width: 360, height: 640 });
    const [siti, amir, wati] = PEOPLE;
    await expect.poll(() => namesOn(crew)).toEqual([siti, amir, wati]);
    await crew.getByRole('button', { name: 'Ubah urutan' }).click();
    await crew.getByRole('button', { name: 'Naikkan Amir Contoh' }).click();
    await expect.poll(() => namesOn(crew)).toEqual([amir, siti, wati]);

    await desk.goto(`${day.url}/petugas/meja/permohonan?view=open&day=${PAGI.date}&unit=${day.unit}`);
    await desk.getByRole('link', { name: 'Atur urutan kunjungan' }).click();
    await expect(desk.getByRole('heading', { level: 1, name: 'Urutan kunjungan' })).toBeVisible();
    expect(await namesOn(desk)).toEqual([siti, amir, wati]);
    const up = desk.getByRole('button', { name: 'Naik Wati Contoh' });
    await up.focus();
    await desk.keyboard.press('Enter');
    await expect(up).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect.poll(() => namesOn(desk)).toEqual([wati, siti, amir]);
    await lookAt(desk, 'desk-order');
    await desk.getByRole('button', { name: 'Simpan urutan' }).click();
    await expect(desk.getByText('Urutan tersimpan.')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Simpan urutan' })).toBeHidden();
    expect(await namesOn(desk)).toEqual([wati, siti, amir]);

    await crew.goto(`${day.url}/petugas/tugas`);
    await expect(crew.getByText('Urutan diubah meja layanan')).toBeVisible();
    await expect.poll(() => namesOn(crew)).toEqual([wati, siti, amir]);
    await lookAt(crew, 'petugas-urutan');
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
    // Before its window begins.
    day.server.setClock(TUESDAY_8 - DAY_MS);
    expect((await day.server.send('phone', cancel(first?.bookingId ?? ''))).outcome).toBe('done');
    day.server.setClock(TUESDAY_8 + 400 * DAY_MS);
    expect(await eraseBookings(day.server.context)).toBe(1);
    day.server.setClock(TUESDAY_8);
    await day.invite('coordinator', 'koordinator.uji');
    const desk = await day.enter(browser, 'koordinator.uji', { width: 1280, height: 800 });
    await desk.goto(`${day.url}/petugas/meja/permohonan?view=over`);
    await desk.getByRole('link', { name: 'Data pribadi sudah dihapus' }).click();
    await expect(desk.getByText('Data pribadi sudah dihapus sesuai masa simpan')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Tambah catatan' })).toHaveCount(0);
    await expect(desk.getByText('Siti')).toHaveCount(0);
    await lookAt(desk, 'desk-erased');
  } finally {
    await day.stop();
  }
});
