import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { buildApp } from '../../src/server/app';
import { startDatabases } from '../support/databases';
import { signInAs } from '../support/staff';
import { submit, testServer } from '../support/test-server';
import { lookAt } from './look-at';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const PAGI = { date: '2026-11-24', window: 'pagi' };
const MINUTE_MS = 60_000;
const ACCOUNT = { signInName: 'rina.contoh' };
/** Of the test alone. */
const PASSWORD = 'kuda hijau makan awan';

/** The real server with the built app, its clock on Tuesday morning, two visits, and a crew who is signed in. */
async function startDay() {
  const databases = startDatabases('sqlite');
  const server = await testServer(await (await databases.create()).open());
  const app = await buildApp({
    context: server.context,
    rateLimits: { syncsPerDevice: 1_000, requestsPerAddress: 10_000 },
    webRoot: resolve('dist/web'),
  });
  const people = ['Siti Contoh', 'Amir Contoh'];
  for (const [index, name] of people.entries()) {
    const point = index === 0 ? { point: { lat: -5.113, lng: 105.306, accuracyM: 12 } } : {};
    const place = {
      area: '18.72.01.1001',
      street: 'Jalan Contoh 1',
      rt: '1',
      rw: '2',
      landmark: 'Pagar hijau',
    };
    const changes = {
      recipient: { name, birthYear: 1950 },
      services: ['kk', 'ikd'],
      prepared: ['kk'],
      preferences: [PAGI],
      place: { ...place, ...point },
    };
    const result = await server.send(`phone-${index}`, submit(changes));
    expect(result.outcome).toBe('done');
  }
  server.setClock(TUESDAY_8);
  const { headers } = await signInAs(server.context, 'coordinator');
  const queue = await app.inject({ method: 'GET', url: '/api/staff/bookings', headers });
  const { unit } = queue.json().lines[0].scheduled;
  const admin = await signInAs(server.context, 'admin');
  const inviting = { ...ACCOUNT, name: 'Rina Contoh', role: 'crew', unit, areas: [] };
  const post = async (path: string, payload: object) => {
    const url = `/api/staff/${path}`;
    const answer = await app.inject({ method: 'POST', url, headers: admin.headers, payload });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    return answer.json();
  };
  const { link } = await post('invites', inviting);
  await post('invites/accept', { token: link.split('#')[1], password: PASSWORD });
  await app.listen({ port: 0, host: 'localhost' });
  const { port } = app.server.address() as AddressInfo;
  return {
    server,
    url: `http://localhost:${port}`,
    stop: async () => {
      await app.close();
      await databases.stop();
    },
  };
}

async function signIn(page: Page, url: string) {
  await page.clock.install({ time: TUESDAY_8 });
  await page.goto(`${url}/petugas/`);
  await page.getByLabel('Nama masuk').fill(ACCOUNT.signInName);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Lembar tugas/ })).toBeVisible();
}

test('a crew works all day without a connection, and the resident sees it in the evening', async ({
  page,
}) => {
  const day = await startDay();
  try {
    await signIn(page, day.url);
    await expect(page.getByRole('link', { name: /Contoh/ })).toHaveCount(2);
    await lookAt(page, 'petugas-lembar');
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    await expect(page.getByRole('link', { name: 'Buka peta' })).toBeVisible();
    await lookAt(page, 'petugas-kunjungan');
    // What the pages need is in the first load of the feature; from here on there is no connection.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await expect(page.getByText('Dalam perjalanan')).toBeVisible();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect(page.getByText('Terjadwal')).toBeVisible();
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await page.getByRole('link', { name: 'Sampai' }).click();
    await lookAt(page, 'petugas-sampai');
    const number = (await day.server.rowsOf('phone-0'))[0]?.number ?? '';
    await page.getByLabel('Nomor permohonan').fill(number);
    await page.getByRole('button', { name: 'Catat sampai' }).click();
    await page.getByRole('link', { name: 'Catat hasil' }).click();
    await page.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await lookAt(page, 'petugas-hasil');
    await page.getByRole('button', { name: 'Semua selesai' }).click();
    await page.getByRole('button', { name: 'Simpan hasil' }).click();
    await expect(page.getByText('Selesai dicatat')).toBeVisible();
    await lookAt(page, 'petugas-selesai');
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
    await lookAt(page, 'petugas-cetak');
  } finally {
    await day.stop();
  }
});
