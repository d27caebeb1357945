import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../../src/server/db/secret/seal';
import { hashPassword } from '../../../src/server/db/staff/password';
import { totpPlace } from '../../../src/server/db/staff/totp-place';
import { engines, startDatabases } from '../../support/databases';
import { makeFirstAdmin, makeStaffApp, openBrowser, PASSWORD, type StaffApp } from '../../support/staff-app';
import { MONDAY_9 } from '../../support/test-server';
import { totpCodeAt } from '../../support/totp-code';

const NAME = 'kepala.kota';
const WRONG = { signInName: NAME, password: 'tidak benar sama sekali' };
const RIGHT = { signInName: NAME, password: PASSWORD };
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const SECOND_MS = 1000;

describe.each(engines)('signing in with a password (%s)', (engine) => {
  const databases = startDatabases(engine);
  let server: StaffApp;
  beforeAll(async () => {
    server = await makeStaffApp(databases);
    await makeFirstAdmin(server, openBrowser(server));
  });
  afterAll(async () => {
    await server.close();
    await databases.stop();
  });
  const admin = () => server.context.db.selectFrom('staff').selectAll().executeTakeFirstOrThrow();

  test('gives a guarded session, in whatever case the name is, and keeps an argon2id hash', async () => {
    const browser = openBrowser(server, '192.0.2.1');
    const answer = await browser.ask('POST', 'sign-in', { ...RIGHT, signInName: 'KEPALA.kota' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ me: { signInName: NAME, role: 'admin' }, mustSetUpTotp: true });
    const cookie = [answer.headers['set-cookie']].flat().find((line) => line?.startsWith('__Host-mpp='));
    expect(cookie).toMatch(
      /^__Host-mpp=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await admin()).password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await browser.ask('GET', 'me')).statusCode).toBe(200);
  });

  test('ends the session that the browser had', async () => {
    const browser = openBrowser(server, '192.0.2.4');
    await browser.ask('POST', 'sign-in', RIGHT);
    const left = new Map(browser.cookies);
    expect((await browser.ask('POST', 'sign-in', RIGHT)).statusCode).toBe(200);
    expect((await browser.ask('GET', 'me')).statusCode).toBe(200);
    for (const [name, value] of left) browser.cookies.set(name, value);
    expect((await browser.ask('GET', 'me')).statusCode).toBe(401);
  });

  test('answers a wrong name and a wrong password alike', async () => {
    const browser = openBrowser(server, '192.0.2.2');
    const password = await browser.ask('POST', 'sign-in', WRONG);
    const name = await browser.ask('POST', 'sign-in', { ...RIGHT, signInName: 'tidak.ada' });
    expect(password.statusCode).toBe(401);
    expect(password.json()).toMatchObject({ code: 'sign-in-not-valid' });
    expect(name.json()).toEqual(password.json());
    expect(name.headers['set-cookie']).toBeUndefined();
  });

  test('slows strangers more and more, by name across all addresses, but not a known browser', async () => {
    const known = openBrowser(server, '192.0.2.3');
    expect((await known.ask('POST', 'sign-in', RIGHT)).statusCode).toBe(200);
    const waits: number[] = [];
    let nowMs = MONDAY_9;
    for (let attempt = 0; attempt < 60 && waits.length < 4; attempt += 1) {
      const stranger = openBrowser(server, `198.51.100.${attempt}`);
      const answer = await stranger.ask('POST', 'sign-in', WRONG);
      if (answer.statusCode !== 429) continue;
      expect(answer.json()).toMatchObject({ code: 'rate-limited' });
      const wait = Number(answer.headers['retry-after']);
      waits.push(wait);
      nowMs += wait * SECOND_MS;
      server.setClock(nowMs);
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    await openBrowser(server, '203.0.113.6').ask('POST', 'sign-in', WRONG);
    expect((await openBrowser(server, '203.0.113.7').ask('POST', 'sign-in', RIGHT)).statusCode).toBe(429);
    expect((await known.ask('POST', 'sign-in', RIGHT)).statusCode).toBe(200);
    server.setClock(nowMs + 3_600_000);
    expect((await openBrowser(server, '203.0.113.7').ask('POST', 'sign-in', RIGHT)).statusCode).toBe(200);
    server.setClock(MONDAY_9);
  });

  test('lets no more attempts through when many come at once', async () => {
    server.setClock(MONDAY_9 + 86_400_000 * 2);
    const browser = openBrowser(server, '203.0.113.20');
    const tries = Array.from({ length: 20 }, () => browser.ask('POST', 'sign-in', WRONG));
    const statuses = (await Promise.all(tries)).map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    server.setClock(MONDAY_9);
  });

  test('slows one address that tries many names', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 32; attempt += 1) {
      const browser = openBrowser(server, '2001:db8:1:1::9');
      const name = { ...WRONG, signInName: `tidak.ada${attempt}` };
      statuses.push((await browser.ask('POST', 'sign-in', name)).statusCode);
    }
    expect(statuses.slice(0, 31)).not.toContain(429);
    expect(statuses[31]).toBe(429);
  });

  test('accepts an older password that could not be chosen today', async () => {
    const { id, password_hash } = await admin();
    const set = (hash: string | null) =>
      server.context.db.updateTable('staff').set({ password_hash: hash }).where('id', '=', id).execute();
    server.setClock(MONDAY_9 + 86_400_000 * 3);
    await set(await hashPassword('1q2w3e4r5t6y'));
    const answer = await openBrowser(server, '192.0.2.77').ask('POST', 'sign-in', {
      signInName: NAME,
      password: '1q2w3e4r5t6y',
    });
    await set(password_hash);
    expect(answer.statusCode).toBe(200);
  });

  test('asks for a code, accepts each code once, and counts a wrong one', async () => {
    const { id } = await admin();
    const { context } = server;
    const sealed = seal(context, totpPlace(id), SECRET);
    await context.db.updateTable('staff').set({ totp_secret: sealed }).execute();
    const at = MONDAY_9 + 86_400_000 * 4;
    server.setClock(at);
    const browser = openBrowser(server, '192.0.2.9');
    const ask = async (code?: string) => {
      const answer = await browser.ask('POST', 'sign-in', { ...RIGHT, ...(code ? { code } : {}) });
      return answer.statusCode === 200 ? 'in' : answer.json().code;
    };
    const step = Math.floor(at / 30_000);
    expect(await ask()).toBe('totp-needed');
    expect(await ask(totpCodeAt(SECRET, step - 2))).toBe('totp-not-valid');
    expect(await ask(totpCodeAt(SECRET, step - 1))).toBe('in');
    expect(await ask(totpCodeAt(SECRET, step))).toBe('in');
    expect(await ask(totpCodeAt(SECRET, step))).toBe('totp-not-valid');
    expect(await ask(totpCodeAt(SECRET, step + 1))).toBe('in');
    for (let failure = 0; failure < 5; failure += 1) expect(await ask('000000')).toBe('totp-not-valid');
    expect(await ask(totpCodeAt(SECRET, step + 2))).toBe('rate-limited');
  });
});
