import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availability } from '../../../src/contract/availability';
import { syncResponse } from '../../../src/contract/sync';
import { TIME_HEADER } from '../../../src/contract/version';
import { makeSubmission, makeTestApp, NOW, newSecret, type TestApp } from '../../support/test-app';

let server: TestApp;
let app: FastifyInstance;

beforeAll(async () => {
  server = await makeTestApp();
  app = server.app;
});
afterAll(() => server.close());

function sync(secret: string, body: object, headers: Record<string, string> = {}) {
  const authorization = `Device ${secret}`;
  return app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization, ...headers },
    payload: body,
  });
}

const empty = { version: 1, cursor: null, commands: [] };

test('every answer of the API tells the time by which the server judges', async () => {
  const answers = await Promise.all([
    sync(newSecret(), empty),
    sync('no secret', empty),
    app.inject({ url: '/api/availability' }),
    app.inject({ url: '/api/health' }),
    app.inject({ url: '/api/staff/me' }),
    app.inject({ url: '/api/nowhere' }),
    app.inject({ url: '/api/events?since=0' }),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 422, 200, 401, 404, 401]);
  expect(answers.map(({ headers }) => headers[TIME_HEADER])).toEqual(answers.map(() => String(NOW)));
});

describe('POST /api/sync', () => {
  test('answers a booking with its date, and a repeat with the same result', async () => {
    const secret = newSecret();
    const submission = makeSubmission();
    const first = await sync(secret, { ...empty, commands: [submission] });
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toBe('no-store');
    const answer = v.parse(syncResponse, first.json());
    expect(answer.serverTime).toBe(new Date(NOW).toISOString());
    expect(answer.results).toEqual([{ id: submission.id, outcome: 'done' }]);
    expect(answer.changes).toMatchObject([
      { id: submission.bookingId, state: 'scheduled', role: 'requester' },
    ]);
    const again = v.parse(syncResponse, (await sync(secret, { ...empty, commands: [submission] })).json());
    expect(again.results).toEqual(answer.results);
    expect(again.changes).toHaveLength(1);
    const later = v.parse(syncResponse, (await sync(secret, { ...empty, cursor: answer.cursor })).json());
    expect(later.changes).toEqual([]);
  });

  test('refuses a bad command without blocking the next', async () => {
    const bad = { ...makeSubmission(), request: { name: 'only' } };
    const good = makeSubmission();
    const answer = v.parse(
      syncResponse,
      (await sync(newSecret(), { ...empty, commands: [bad, good] })).json(),
    );
    expect(answer.results.map((result) => result.outcome)).toEqual(['refused', 'done']);
  });

  test('shows another phone nothing of a booking', async () => {
    await sync(newSecret(), { ...empty, commands: [makeSubmission()] });
    const other = v.parse(syncResponse, (await sync(newSecret(), empty)).json());
    expect(other.changes).toEqual([]);
  });

  test('reads nothing without a credential', async () => {
    const missing = await app.inject({ method: 'POST', url: '/api/sync', payload: empty });
    expect([missing.statusCode, missing.json().code]).toEqual([401, 'credential-missing']);
    for (const authorization of [
      'Device short',
      'Bearer aaaaaaaaaaaaaaaaaaaaaa',
      `Device ${'a'.repeat(44)}`,
    ]) {
      const answer = await sync('', empty, { authorization });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'credential-not-valid']);
      expect(answer.headers['www-authenticate']).toBe('Device');
    }
  });

  test.each([
    [{ ...empty, version: 2, other: true }, 426, 'version-not-supported', '/version'],
    [{ ...empty, version: '1' }, 422, 'request-not-valid', '/version'],
    [{ ...empty, cursor: 'x' }, 422, 'request-not-valid', '/cursor'],
    [{ ...empty, person: 'me' }, 422, 'request-not-valid', undefined],
    [{ ...empty, commands: Array(51).fill(makeSubmission()) }, 422, 'request-not-valid', '/commands'],
    [[], 422, 'request-not-valid', undefined],
  ])('refuses body %# in words', async (body, status, code, pointer) => {
    const answer = await sync(newSecret(), body);
    expect(answer.statusCode).toBe(status);
    expect([answer.json().code, answer.json().pointer]).toEqual([code, pointer]);
  });

  test('tells a device that asks too often to wait', async () => {
    const limited = await makeTestApp({ syncsPerDevice: 1, requestsPerAddress: 100 });
    const ask = (authorization: string) =>
      limited.app.inject({ method: 'POST', url: '/api/sync', headers: { authorization }, payload: empty });
    const [one, two] = [`Device ${newSecret()}`, `Device ${newSecret()}`];
    expect((await ask(one)).statusCode).toBe(200);
    const refused = await ask(one);
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'rate-limited']);
    expect(Number(refused.headers['retry-after'])).toBe(refused.json().retryAfterSeconds);
    expect((await ask(two)).statusCode).toBe(200);
    await limited.close();
  });
});

describe('GET', () => {
  test('/api/availability answers for a known area, and refuses other queries', async () => {
    const area = server.context.city.areas[0]?.code;
    const answer = await app.inject({ url: `/api/availability?area=${area}&minutes=30` });
    expect(answer.statusCode).toBe(200);
    const { windows } = v.parse(availability, answer.json());
    expect(windows.some((window) => window.room)).toBe(true);
    const wrong = await app.inject({ url: '/api/availability?area=18.72.99.9999&minutes=30' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'area-unknown']);
    for (const query of [
      '',
      '?area=x&minutes=30',
      `?area=${area}&minutes=0`,
      `?area=${area}&minutes=1&minutes=2`,
    ]) {
      const refused = await app.inject({ url: `/api/availability${query}` });
      expect([refused.statusCode, refused.json().code]).toEqual([422, 'request-not-valid']);
    }
  });

  test('/api/health answers that the server is well', async () => {
    const answer = await app.inject({ url: '/api/health' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }]);
  });

  test('/api/openapi.json describes the routes that exist', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const paths = Object.keys(document.paths).sort();
    expect(paths.filter((path) => !path.startsWith('/api/staff/'))).toEqual([
      '/api/availability',
      '/api/city',
      '/api/events',
      '/api/health',
      '/api/moves/{id}',
      '/api/moves/{id}/take',
      '/api/photos/{id}',
      '/api/sync',
    ]);
    expect(paths).toContain('/api/staff/bookings');
    const body = document.paths['/api/sync'].post.requestBody.content['application/json'].schema;
    expect(Object.keys(body.properties)).toEqual(['version', 'cursor', 'commands']);
  });
});
