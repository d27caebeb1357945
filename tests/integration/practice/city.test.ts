import { once } from 'node:events';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT_VERSION } from '../../../src/contract/version';
import { buildApp } from '../../../src/server/app';
import { PracticePortTaken } from '../../../src/server/http/staff/practice-control';
import { startDatabases } from '../../support/databases';
import { openPractice, type TestPractice } from '../../support/practice';
import { signInAs } from '../../support/staff';
import {
  makeStaffApp,
  openBrowser,
  PASSWORD,
  type StaffApp,
  type StaffBrowser,
} from '../../support/staff-app';
import { newToken, submit } from '../../support/test-server';

const count = async ({ context }: StaffApp) =>
  (await context.db.selectFrom('bookings').select('id').execute()).length;

describe('the practice city beside the real one', () => {
  const databases = startDatabases('sqlite');
  let real: StaffApp;
  let practice: TestPractice;
  beforeAll(async () => {
    real = await makeStaffApp(databases);
    practice = await openPractice();
    const app = await buildApp({ context: real.context, practice: practice.control });
    real = { ...real, app, close: () => app.close() };
  });
  afterAll(async () => {
    await real.close();
    await practice.remove();
    await databases.stop();
  });

  const asAdmin = async (method: 'GET' | 'POST', path: string) => {
    const { headers } = await signInAs(real.context, 'admin');
    const answer = await real.app.inject({ method, url: `/api/staff/practice${path}`, headers });
    return { status: answer.statusCode, body: answer.json() };
  };
  const sync = async (url: string, device: string, commands: object[] = []) => {
    const headers = { authorization: `Device ${device}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ version: CONTRACT_VERSION, cursor: null, commands });
    return (await fetch(`${url}/api/sync`, { method: 'POST', headers, body })).json();
  };
  const meAt = async (url: string, browser: StaffBrowser) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return (await fetch(`${url}/api/staff/me`, { headers: { cookie } })).status;
  };

  test('starts by one press, with a link for each role, and the audit says so', async () => {
    expect((await asAdmin('GET', '')).body).toMatchObject({ isRunning: false, people: [] });
    const { status, body } = await asAdmin('POST', '/start');
    expect(status).toBe(200);
    expect(body).toMatchObject({ isRunning: true });
    expect(body.people.map(({ role }: { role: string }) => role)).toEqual([
      'admin',
      'coordinator',
      'kelurahan',
      'crew',
      'crew',
      'crew',
    ]);
    expect(body.url).not.toBe('http://localhost');
    const audit = await real.context.db.selectFrom('audit_entries').select('action').execute();
    expect(audit).toContainEqual({ action: 'practice-start' });
  });

  test('says in every answer that it is practice', async () => {
    const url = await practice.url();
    expect((await fetch(`${url}/api/health`)).headers.get('x-mpp-practice')).toBe('1');
    expect((await real.app.inject({ url: '/api/health' })).headers['x-mpp-practice']).toBeUndefined();
  });

  test('shares no booking with the real one', async () => {
    const url = await practice.url();
    const device = newToken();
    const before = await count(real);
    const booked = submit();
    expect(await sync(url, device, [booked])).toMatchObject({ results: [{ outcome: 'done' }] });
    expect(await count(real)).toBe(before);
    const here = await real.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { authorization: `Device ${device}` },
      payload: { version: CONTRACT_VERSION, cursor: null, commands: [] },
    });
    expect(here.json().changes).toEqual([]);
    expect((await real.send('real', submit())).outcome).toBe('done');
    expect(await count(real)).toBe(before + 1);
    const { changes } = await sync(url, device);
    expect(changes.map(({ id }: { id: string }) => id)).toEqual([booked.bookingId]);
  });

  test('shares no session with the real one, and names its cookie otherwise', async () => {
    const url = await practice.url();
    const { people } = (await asAdmin('GET', '')).body;
    const link: string = people[1].link;
    const accepted = await fetch(`${url}/api/staff/invites/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ token: link.split('#')[1], password: PASSWORD }),
    });
    expect(accepted.status).toBe(200);
    const [cookie = ''] = accepted.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-latihan=[\w-]{43};/);
    const token = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    const visitor = openBrowser(real);
    visitor.cookies.set('__Host-latihan', token).set('__Host-mpp', token);
    expect(await meAt(url, visitor)).toBe(200);
    expect((await visitor.ask('GET', 'me')).statusCode).toBe(401);
    const { headers } = await signInAs(real.context, 'coordinator');
    const realToken = headers.cookie.slice(headers.cookie.indexOf('=') + 1);
    visitor.cookies.set('__Host-latihan', realToken).set('__Host-mpp', realToken);
    expect((await visitor.ask('GET', 'me')).statusCode).toBe(200);
    expect(await meAt(url, visitor)).toBe(401);
    const file = await fetch(`${url}/api/staff/figures.csv?from=2026-11&to=2026-11`, {
      headers: { cookie: `__Host-latihan=${token}` },
    });
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="LATIHAN-angka.csv"',
    ]);
  });

  test('is emptied by a reset with new links, while the real city stays as it is', async () => {
    const before = await count(real);
    const device = newToken();
    await sync(await practice.url(), device, [submit()]);
    expect((await sync(await practice.url(), device)).changes).toHaveLength(1);
    const old = (await asAdmin('GET', '')).body;
    const { body } = await asAdmin('POST', '/reset');
    expect(body.people[0].link.split('#')[1]).not.toBe(old.people[0].link.split('#')[1]);
    expect((await sync(await practice.url(), device)).changes).toEqual([]);
    expect(await count(real)).toBe(before);
  });

  test('leaves its port to the first process until that is gone, and serves again after a restart', async () => {
    const { port } = await practice.control.read();
    const second = await openPractice(undefined, practice.folder, port);
    expect(await second.control.read()).toMatchObject({ isRunning: true });
    await practice.close();
    await expect(fetch(`${await second.url()}/api/health`)).rejects.toThrow();
    await second.control.start();
    expect((await fetch(`${await second.url()}/api/health`)).status).toBe(200);
    await second.close();
    practice = await openPractice(undefined, practice.folder, port);
    const { status } = await fetch(`${await practice.url()}/api/health`);
    expect(status).toBe(200);
  });

  test('is removed by a stop', async () => {
    const url = await practice.url();
    expect(await practice.control.stop()).toMatchObject({ isRunning: false, people: [] });
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
    expect(await readdir(practice.folder)).toEqual([]);
  });

  test('says that another program holds its port, and leaves nothing behind', async () => {
    const other = createServer((_request, answer) => void answer.end()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('the other program has no port');
    const blocked = await openPractice(undefined, undefined, address.port);
    await expect(blocked.control.start()).rejects.toThrow(PracticePortTaken);
    expect(await blocked.control.read()).toMatchObject({ isRunning: false });
    expect(await readdir(blocked.folder)).toEqual([]);
    other.close();
    await blocked.remove();
  });

  test('has no practice city itself', async () => {
    const app = await buildApp({ context: real.context, isPractice: true });
    const { headers } = await signInAs(real.context, 'admin');
    const cookie = headers.cookie.replace('__Host-mpp=', '__Host-latihan=');
    const answer = await app.inject({
      method: 'POST',
      url: '/api/staff/practice/start',
      headers: { ...headers, cookie },
    });
    expect(answer.statusCode).toBe(404);
    await app.close();
  });
});

describe('the pages of the practice city', () => {
  test('all say LATIHAN, and no compressed copy avoids that', async () => {
    const webRoot = await mkdtemp(join(tmpdir(), 'mpp-practice-web-'));
    const page = (text: string) =>
      `<!doctype html><html lang="id"><head><title>MPP</title></head><body><p>${text}</p></body></html>`;
    await writeFile(join(webRoot, 'index.html'), page('Beranda'));
    await writeFile(join(webRoot, 'index.html.gz'), 'unmarked');
    await writeFile(join(webRoot, 'app.html'), page('App'));
    await writeFile(join(webRoot, 'app.html.br'), 'unmarked');
    await writeFile(join(webRoot, 'manifest.webmanifest'), '{"name":"MPP Mobile","short_name":"MPP"}');
    const practice = await openPractice(webRoot);
    await practice.control.start();
    const url = await practice.url();
    for (const path of ['/', '/index.html?__WB_REVISION__=1', '/app.html', '/kunjungan']) {
      const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      const html = await answer.text();
      expect(html, path).toContain('<html data-practice lang="id">');
      expect(html, path).toContain('<title>LATIHAN – MPP');
      expect(html, path).toMatch(/<body><aside class="practice-mark"[^>]*>LATIHAN – bukan data sungguhan</);
      expect(answer.headers.get('content-encoding'), path).toBeNull();
      expect(answer.headers.get('content-security-policy'), path).toMatch(/style-src 'self' 'sha256-/);
    }
    const manifest = await (await fetch(`${url}/manifest.webmanifest`)).json();
    expect(manifest).toEqual({ name: 'LATIHAN MPP Mobile', short_name: 'LATIHAN MPP' });
    await practice.remove();
  });
});
