import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { inviteFirstAdmin } from '../../../src/server/commands/staff/invite-first-admin';
import { engines, startDatabases } from '../../support/databases';
import { OWN_ORIGIN, signInAs } from '../../support/staff';
import {
  makeFirstAdmin,
  makeStaffApp,
  openBrowser,
  PASSWORD,
  type StaffApp,
  type StaffBrowser,
} from '../../support/staff-app';
import { MONDAY_9 } from '../../support/test-server';

const DAY_MS = 86_400_000;
const AREA = metro.areas[0]?.code;
const UNIT = metro.settings.units[0]?.id;
const CREW = { signInName: 'Siti.Contoh', name: 'Siti Contoh', role: 'crew', unit: UNIT, areas: [] };

describe.each(engines)('invites and members (%s)', (engine) => {
  const databases = startDatabases(engine);
  let server: StaffApp;
  beforeAll(async () => {
    server = await makeStaffApp(databases);
  });
  afterAll(async () => {
    await server.close();
    await databases.stop();
  });

  const adminBrowser = async (): Promise<StaffBrowser> => {
    const browser = openBrowser(server);
    const { headers } = await signInAs(server.context, 'admin');
    const [name = '', value = ''] = headers.cookie.split('=');
    browser.cookies.set(name, value);
    return browser;
  };
  const tokenOf = (link: string) => link.slice(link.indexOf('#') + 1);
  const invite = async (admin: StaffBrowser, changes: object = {}) => {
    const signInName = `petugas.${crypto.randomUUID().slice(0, 8)}`;
    const answer = await admin.ask('POST', 'invites', { ...CREW, signInName, ...changes });
    expect(answer.statusCode).toBe(200);
    return { ...answer.json(), token: tokenOf(answer.json().link) };
  };
  const accept = (token: string, password = PASSWORD, more: object = {}, browser = openBrowser(server)) =>
    browser.ask('POST', 'invites/accept', { token, password, ...more });

  test('make a link for the first admin at the first start, valid for a day and once', async () => {
    const early = String(await inviteFirstAdmin(server.context));
    const token = String(await inviteFirstAdmin(server.context));
    const browser = openBrowser(server);
    expect((await browser.ask('POST', 'invites/look', { token })).json()).toEqual({
      role: 'admin',
      isFirstAdmin: true,
    });
    server.setClock(MONDAY_9 + DAY_MS);
    expect((await accept(token)).json()).toMatchObject({ status: 404, code: 'invite-not-valid' });
    server.setClock(MONDAY_9);
    expect((await accept(token)).json()).toMatchObject({ status: 422, pointer: '/signInName' });
    await makeFirstAdmin(server, browser);
    const me = (await browser.ask('GET', 'me')).json();
    expect(me).toMatchObject({ me: { signInName: 'kepala.kota', role: 'admin' }, mustSetUpTotp: true });
    expect(await inviteFirstAdmin(server.context)).toBeUndefined();
    for (const old of [early, token]) {
      expect((await accept(old, PASSWORD, { signInName: 'lain', name: 'Lain' })).statusCode).toBe(404);
    }
    expect(await server.context.db.selectFrom('staff').selectAll().execute()).toHaveLength(1);
  });

  test('let a member choose a good password by the link, which is then used up', async () => {
    const admin = await adminBrowser();
    const { token, link, member } = await invite(admin, { signInName: 'Siti.Contoh' });
    expect(link).toBe(`${new URL(OWN_ORIGIN).origin}/petugas/undangan#${token}`);
    expect(member).toMatchObject({ signInName: 'siti.contoh', hasPassword: false, unit: UNIT });
    const seen = await openBrowser(server).ask('POST', 'invites/look', { token });
    expect(seen.json()).toMatchObject({ name: 'Siti Contoh', role: 'crew', isFirstAdmin: false });
    expect((await accept(token, 'pendek')).json()).toMatchObject({ code: 'password-too-short' });
    for (const guessed of ['siti.contoh2026', 'manchesterunited']) {
      const refused = { code: 'password-common', pointer: '/password' };
      expect((await accept(token, guessed)).json()).toMatchObject(refused);
    }
    const answer = await accept(token);
    expect(answer.json()).toMatchObject({
      me: { signInName: 'siti.contoh', hasPassword: true },
      endsAt: new Date(MONDAY_9 + DAY_MS).toISOString(),
      offlineUntil: '2026-11-23T17:00:00.000Z',
      mustSetUpTotp: false,
    });
    expect((await accept(token)).statusCode).toBe(404);
    const signIn = { signInName: 'siti.contoh', password: PASSWORD };
    expect((await openBrowser(server).ask('POST', 'sign-in', signIn)).statusCode).toBe(200);
  });

  test('let in one of several who use a link at once', async () => {
    const { token } = await invite(await adminBrowser());
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404, 404]);
  });

  test.each([
    ['a name in use', { signInName: 'KEPALA.kota' }, 'sign-in-name-taken', '/signInName'],
    ['a crew without a unit', { unit: undefined }, 'unit-unknown', '/unit'],
    ['an unknown unit', { unit: 'tidak-ada' }, 'unit-unknown', '/unit'],
    ['kelurahan without an area', { role: 'kelurahan', unit: undefined }, 'area-unknown', '/areas'],
    ['an unknown area', { areas: ['99.99.99.9999'] }, 'area-unknown', '/areas'],
  ])('refuse %s', async (_name, changes, code, pointer) => {
    const admin = await adminBrowser();
    const answer = await admin.ask('POST', 'invites', { ...CREW, signInName: 'baru.sekali', ...changes });
    expect(answer.json()).toMatchObject({ code, pointer });
  });

  test('end every session when a member is disabled, and tell whoever lacks the password nothing of it', async () => {
    const admin = await adminBrowser();
    const { token, member } = await invite(admin);
    const browser = openBrowser(server);
    await accept(token, PASSWORD, {}, browser);
    const answer = await admin.ask('PATCH', `members/${member.id}`, { isDisabled: true });
    expect(answer.json()).toMatchObject({ id: member.id, isDisabled: true });
    expect((await browser.ask('GET', 'me')).statusCode).toBe(401);
    const signIn = { signInName: member.signInName, password: PASSWORD };
    expect((await browser.ask('POST', 'sign-in', signIn)).json().code).toBe('member-disabled');
    const wrong = { ...signIn, password: 'salah sama sekali' };
    expect((await browser.ask('POST', 'sign-in', wrong)).json().code).toBe('sign-in-not-valid');
    expect((await admin.ask('POST', `members/${member.id}/invite`)).json().code).toBe('member-disabled');
    await admin.ask('PATCH', `members/${member.id}`, { isDisabled: false });
    expect((await browser.ask('POST', 'sign-in', signIn)).statusCode).toBe(200);
  });

  test('begin the account again by a new link, and stop the link before', async () => {
    const admin = await adminBrowser();
    const { token, member } = await invite(admin);
    const renewed = await admin.ask('POST', `members/${member.id}/invite`);
    expect((await accept(token)).statusCode).toBe(404);
    const browser = openBrowser(server);
    await accept(tokenOf(renewed.json().link), PASSWORD, {}, browser);
    const again = tokenOf((await admin.ask('POST', `members/${member.id}/invite`)).json().link);
    expect((await browser.ask('GET', 'me')).statusCode).toBe(200);
    const other = 'Kebun depan rumah 8';
    expect((await accept(again, other)).statusCode).toBe(200);
    expect((await browser.ask('GET', 'me')).statusCode).toBe(401);
    const signIn = { signInName: member.signInName, password: PASSWORD };
    expect((await browser.ask('POST', 'sign-in', signIn)).statusCode).toBe(401);
  });

  test('sign a member out when the role changes', async () => {
    const admin = await adminBrowser();
    const { token, member } = await invite(admin);
    const browser = openBrowser(server);
    await accept(token, PASSWORD, {}, browser);
    const change = { role: 'kelurahan', unit: null, areas: [AREA] };
    const answer = await admin.ask('PATCH', `members/${member.id}`, change);
    expect(answer.json()).toMatchObject({ role: 'kelurahan', areas: [AREA] });
    expect(answer.json().unit).toBeUndefined();
    expect((await browser.ask('GET', 'me')).statusCode).toBe(401);
  });

  test('keep the last admin who can sign in', async () => {
    const admin = await adminBrowser();
    const { members } = (await admin.ask('GET', 'members')).json();
    const first = members.find((one: { signInName: string }) => one.signInName === 'kepala.kota');
    for (const change of [{ isDisabled: true }, { role: 'coordinator' }]) {
      const answer = await admin.ask('PATCH', `members/${first.id}`, change);
      expect(answer.json()).toMatchObject({ status: 409, code: 'last-admin' });
    }
    const { token } = await invite(admin, { role: 'admin', unit: undefined });
    await accept(token);
    const answer = await admin.ask('PATCH', `members/${first.id}`, { role: 'coordinator' });
    expect(answer.statusCode).toBe(200);
  });
});
