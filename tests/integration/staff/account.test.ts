import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_ENDS } from '../../../src/domain/staff/session-ends';
import { forgetSignIns } from '../../../src/server/jobs/staff/forget-sign-ins';
import { engines, startDatabases } from '../../support/databases';
import { signInAs } from '../../support/staff';
import { makeFirstAdmin, makeStaffApp, openBrowser, PASSWORD, type StaffApp } from '../../support/staff-app';
import { MONDAY_9 } from '../../support/test-server';
import { totpCodeAt } from '../../support/totp-code';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const RIGHT = { signInName: 'kepala.kota', password: PASSWORD };

describe.each(engines)('a staff account (%s)', (engine) => {
  const databases = startDatabases(engine);
  let server: StaffApp;
  beforeAll(async () => {
    server = await makeStaffApp(databases);
  });
  afterAll(async () => {
    await server.close();
    await databases.stop();
  });

  test('has sessions that end when idle, and at their limit at the latest', async () => {
    const { headers } = await signInAs(server.context, 'coordinator');
    const status = async () => {
      return (await server.app.inject({ url: '/api/staff/me', headers })).statusCode;
    };
    const { idleMs, absoluteMs } = SESSION_ENDS.coordinator;
    for (let atMs = 0; atMs < absoluteMs; atMs += idleMs - MINUTE_MS) {
      server.setClock(MONDAY_9 + atMs);
      expect(await status()).toBe(200);
    }
    server.setClock(MONDAY_9 + absoluteMs);
    expect(await status()).toBe(401);
    server.setClock(MONDAY_9);
    const idle = await signInAs(server.context, 'coordinator');
    server.setClock(MONDAY_9 + idleMs);
    const answer = await server.app.inject({ url: '/api/staff/me', headers: idle.headers });
    expect(answer.statusCode).toBe(401);
    server.setClock(MONDAY_9);
  });

  test('of a crew that signed in in the morning is still signed in at night', async () => {
    const { headers } = await signInAs(server.context, 'crew');
    server.setClock(MONDAY_9 + 12 * 3_600_000 - 1);
    expect((await server.app.inject({ url: '/api/staff/me', headers })).statusCode).toBe(200);
    server.setClock(MONDAY_9);
  });

  test('of an admin sets up a second factor first, and needs it from then on', async () => {
    const browser = openBrowser(server);
    await makeFirstAdmin(server, browser);
    expect((await browser.ask('GET', 'members')).json().code).toBe('totp-set-up-needed');
    const begun = (await browser.ask('POST', 'totp/begin')).json();
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(begun.uri);
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/MPP%20Mobile%20Kota%20Metro:kepala\.kota\?/);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: begun.secret,
      issuer: 'MPP Mobile Kota Metro',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    // Some apps read "+" literally, so a space is %20.
    expect(begun.uri).not.toContain('+');
    const step = Math.floor(MONDAY_9 / 30_000);
    const code = totpCodeAt(begun.secret, step);
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await browser.ask('POST', 'totp/confirm', { code: wrong })).json().code).toBe('totp-not-valid');
    const confirmed = await browser.ask('POST', 'totp/confirm', { code });
    expect(confirmed.json()).toMatchObject({ me: { hasTotp: true }, mustSetUpTotp: false });
    expect((await browser.ask('GET', 'members')).statusCode).toBe(200);
    expect((await browser.ask('POST', 'sign-in', RIGHT)).json().code).toBe('totp-needed');
    expect((await browser.ask('POST', 'sign-in', { ...RIGHT, code })).json().code).toBe('totp-not-valid');
    const next = totpCodeAt(begun.secret, step + 1);
    expect((await browser.ask('POST', 'sign-in', { ...RIGHT, code: next })).statusCode).toBe(200);
    const kept = await server.context.db.selectFrom('staff').select('totp_secret').execute();
    expect(kept.map(({ totp_secret }) => String(totp_secret)).join()).not.toContain(begun.secret);
  });

  test('lists sessions for their owner, who can end each', async () => {
    const browser = openBrowser(server);
    const { headers, id } = await signInAs(server.context, 'kelurahan');
    const [name = '', value = ''] = headers.cookie.split('=');
    browser.cookies.set(name, value);
    const [only] = (await browser.ask('GET', 'sessions')).json().sessions;
    expect(only).toMatchObject({ isThis: true, device: 'test' });
    await server.context.db
      .insertInto('staff_sessions')
      .values({
        city: server.context.city.code,
        id: 'other',
        token_hash: 'other',
        staff_id: id,
        method: 'password',
        device: 'Chrome, Android',
        started_at: MONDAY_9 - 1,
        last_seen_at: MONDAY_9 - 1,
        ends_at: MONDAY_9 + DAY_MS,
        ended_at: null,
      })
      .execute();
    const { sessions } = (await browser.ask('GET', 'sessions')).json();
    expect(sessions).toMatchObject([{ isThis: true }, { isThis: false, device: 'Chrome, Android' }]);
    expect((await browser.ask('DELETE', 'sessions/other')).statusCode).toBe(200);
    expect((await browser.ask('DELETE', 'sessions/other')).statusCode).toBe(404);
    expect((await browser.ask('DELETE', `sessions/${only.id}`)).statusCode).toBe(200);
    expect((await browser.ask('GET', 'sessions')).statusCode).toBe(401);
  });

  test('loses its other sessions with a new password', async () => {
    const [here, there] = [openBrowser(server), openBrowser(server)];
    await server.context.db.updateTable('staff').set({ totp_secret: null, role: 'coordinator' }).execute();
    for (const browser of [here, there]) {
      expect((await browser.ask('POST', 'sign-in', RIGHT)).statusCode).toBe(200);
    }
    const password = 'Kolam ikan di halaman';
    const change = (body: object) => here.ask('POST', 'password', body);
    expect((await change({ current: 'salah sekali', password })).json().code).toBe('sign-in-not-valid');
    const weak = await change({ current: PASSWORD, password: 'kepala.kota123' });
    expect(weak.json()).toMatchObject({ code: 'password-common', pointer: '/password' });
    expect((await change({ current: PASSWORD, password })).statusCode).toBe(200);
    expect((await here.ask('GET', 'me')).statusCode).toBe(200);
    expect((await there.ask('GET', 'me')).statusCode).toBe(401);
    expect((await there.ask('POST', 'sign-in', RIGHT)).statusCode).toBe(401);
    expect((await there.ask('POST', 'sign-in', { ...RIGHT, password })).statusCode).toBe(200);
  });

  test('forgets in time what signing in left behind, but no open session', async () => {
    const { db } = server.context;
    await openBrowser(server).ask('POST', 'passkeys/sign-in-options');
    const count = async (table: 'staff_sessions' | 'staff_invites' | 'staff_attempts' | 'staff_challenges') =>
      (await db.selectFrom(table).select('city').execute()).length;
    const before = await count('staff_sessions');
    expect(await count('staff_challenges')).toBe(1);
    expect(await count('staff_attempts')).toBeGreaterThan(0);
    await forgetSignIns(server.context);
    expect(await count('staff_sessions')).toBe(before);
    expect(await count('staff_challenges')).toBe(1);
    server.setClock(MONDAY_9 + 40 * DAY_MS);
    await forgetSignIns(server.context);
    expect(await count('staff_sessions')).toBe(0);
    expect(await count('staff_invites')).toBe(0);
    expect(await count('staff_attempts')).toBe(0);
    expect(await count('staff_challenges')).toBe(0);
  });

  test('is asked for a passkey that the server can verify on every Node', async () => {
    const { headers } = await signInAs(server.context, 'coordinator');
    const url = '/api/staff/passkeys/register-options';
    const { pubKeyCredParams } = (await server.app.inject({ method: 'POST', url, headers })).json();
    expect(pubKeyCredParams.map(({ alg }: { alg: number }) => alg)).toEqual([-8, -7, -257]);
  });
});
