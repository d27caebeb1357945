import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { buildApp } from '../../src/server/app';
import { startDatabases } from '../support/databases';
import { signInAs } from '../support/staff';
import { submit, testServer } from '../support/test-server';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const PAGI = { date: '2026-11-24', window: 'pagi' };
const ACCOUNT = { signInName: 'rina.contoh' };
/** Of the test alone. */
const PASSWORD = 'kuda hijau makan awan';

/** The real server with the built app, its clock on Tuesday morning, two visits, and a crew who is signed in. */
export async function startDay() {
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

/** The crew's phone at its sheet; its clock stands on Tuesday morning. */
export async function signInCrew(page: Page, url: string) {
  await page.clock.install({ time: TUESDAY_8 });
  await page.goto(`${url}/petugas/`);
  await page.getByLabel('Nama masuk').fill(ACCOUNT.signInName);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Lembar tugas/ })).toBeVisible();
}
