import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../../../src/contract/staff/auth';
import { STAFF_ROLES } from '../../../src/domain/staff/role';
import { OWN_ORIGIN, signInAs } from '../../support/staff';
import { makeTestApp, type TestApp } from '../../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await makeTestApp();
});
afterAll(() => server.close());

const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method, url: `/api/staff/${url}`, headers });

describe('a session', () => {
  test.each(STAFF_ROLES)('of %s says whose it is', async (role) => {
    const { headers, signInName } = await signInAs(server.context, role);
    const answer = await ask('GET', 'me', headers);
    expect(answer.statusCode).toBe(200);
    expect(v.parse(signedIn, answer.json()).me).toMatchObject({ signInName, role, isDisabled: false });
  });

  test('is required: without one the answer is 401 and names no device', async () => {
    for (const cookie of ['', '__Host-mpp=', '__Host-mpp=abc']) {
      const answer = await ask('GET', 'me', { cookie });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'sign-in-needed' });
      expect(answer.headers['www-authenticate']).toBeUndefined();
    }
  });

  test('ends when signing out', async () => {
    const { headers } = await signInAs(server.context, 'crew');
    const answer = await ask('POST', 'sign-out', headers);
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-mpp=;/);
    expect((await ask('GET', 'me', headers)).statusCode).toBe(401);
  });
});

describe('a write from another site', () => {
  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['no origin', {}],
    ['a null origin', { origin: 'null' }],
    ['a sister site', { origin: OWN_ORIGIN, 'sec-fetch-site': 'same-site' }],
  ])('is refused with %s', async (_name, origin: Record<string, string>) => {
    const { headers } = await signInAs(server.context, 'crew');
    const answer = await ask('POST', 'sign-out', { cookie: headers.cookie, ...origin });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'origin-not-valid' });
    expect((await ask('GET', 'me', headers)).statusCode).toBe(200);
  });
});

test('a path in another spelling is the same route', async () => {
  const payload = { signInName: 'tidak.ada', password: 'salah' };
  const answer = await server.app.inject({ method: 'POST', url: '/api/%73taff/sign-in', payload });
  expect(answer.json()).toMatchObject({ code: 'origin-not-valid' });
});
