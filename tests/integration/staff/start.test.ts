import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInLines } from '../../../src/server/start/sign-in-lines';
import { engines, startDatabases } from '../../support/databases';
import { makeStaffApp, openBrowser, PASSWORD, type StaffApp } from '../../support/staff-app';

const HERE = { host: 'localhost', port: 8080, isBehindTls: false, staffLink: undefined };

describe.each(engines)('the sign-in lines at start (%s)', (engine) => {
  const databases = startDatabases(engine);
  let server: StaffApp;
  beforeAll(async () => {
    server = await makeStaffApp(databases);
  });
  afterAll(async () => {
    await server.close();
    await databases.stop();
  });
  const accept = (line: string, names: object = {}) =>
    openBrowser(server).ask('POST', 'invites/accept', {
      token: line.slice(line.indexOf('#') + 1),
      password: PASSWORD,
      ...names,
    });

  test('give a link while there is no admin, another to whoever is locked out, and else nothing', async () => {
    const [, link = ''] = await signInLines(server.context, HERE);
    expect(link).toMatch(/^http:\/\/localhost:8080\/petugas\/undangan#[\w-]{22}$/);
    const hashes = await server.context.db.selectFrom('staff_invites').selectAll().execute();
    expect(JSON.stringify(hashes)).not.toContain(link.slice(link.indexOf('#') + 1));
    expect((await accept(link, { signInName: 'Kepala', name: 'Contoh Kepala' })).statusCode).toBe(200);
    expect(await signInLines(server.context, HERE)).toEqual([]);
    const [line = ''] = await signInLines(server.context, { ...HERE, staffLink: 'kepala' });
    expect((await accept(line)).statusCode).toBe(200);
    const unknown = await signInLines(server.context, { ...HERE, staffLink: 'tidak.ada' });
    expect(unknown.join()).not.toContain('#');
  });

  test('use https behind TLS', async () => {
    const behind = { ...HERE, host: '0.0.0.0', isBehindTls: true, staffLink: 'kepala' };
    expect(await signInLines(server.context, behind)).toEqual([expect.stringContaining('https://(your')]);
  });
});
