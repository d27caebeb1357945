import Database from 'better-sqlite3';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/server/app';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { writeCity } from '../../../src/server/db/engine/write-city';
import { listRoutes } from '../../support/list-routes';
import { makeSubmission, makeTestApp, newSecret, type TestApp } from '../../support/test-app';

const busy = { code: 'server-busy', status: 503 };

/** Says the same wait in header and body, spread for those who were turned away together. */
function expectWait(answer: { readonly headers: object; readonly json: () => object }): void {
  const { retryAfterSeconds } = v.parse(v.object({ retryAfterSeconds: v.number() }), answer.json());
  expect(answer.headers).toMatchObject({ 'retry-after': String(retryAfterSeconds) });
  expect(retryAfterSeconds).toBeGreaterThanOrEqual(5);
  expect(retryAfterSeconds).toBeLessThanOrEqual(15);
}

let server: TestApp;
beforeAll(async () => {
  server = await makeTestApp();
});
afterAll(() => server.close());

function syncWith(app: TestApp['app'], commands: readonly object[]) {
  return app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Device ${newSecret()}` },
    payload: { version: 1, cursor: null, commands },
  });
}

/** Another program that writes to the same file, as a backup or a shell does. */
async function lockFile({ db }: ServerContext): Promise<() => void> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db);
  const other = new Database(rows[0]?.file);
  other.exec('BEGIN IMMEDIATE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

test('every route of the API asks to come again while the database is away, and health judges for itself', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const context = { ...server.context, refreshCity: () => Promise.reject(away) };
  const app = await buildApp({ context });
  await app.ready();
  const routes = listRoutes(app).filter((route) => route.includes(' /api/'));
  expect(routes.length).toBeGreaterThan(40);
  for (const route of routes) {
    const [method, url = ''] = route.split(' ');
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') continue;
    const headers = { authorization: `Device ${newSecret()}`, 'sec-fetch-site': 'same-origin' };
    const answer = await app.inject({ method, url, headers });
    if (url === '/api/health') {
      expect(answer.statusCode).toBe(200);
      continue;
    }
    expect({ route, ...answer.json() }).toMatchObject({ route, ...busy });
    expectWait(answer);
  }
  await app.close();
});

test('a locked file holds up its writers alone, tells them to come again, and lets them in once it is free', async () => {
  const unlock = await lockFile(server.context);
  const submission = makeSubmission();
  const writing = syncWith(server.app, [submission, makeSubmission(), makeSubmission()]);
  const behind = writeCity(server.context, async () => 'behind');
  // It is asked while the other waits: readers need no lock.
  const reading = await syncWith(server.app, []);
  expect(reading.statusCode).toBe(200);
  const [written] = await Promise.all([writing, expect(behind).rejects.toThrow('locked')]);
  expect(written.json()).toMatchObject(busy);
  expect((await server.app.inject('/api/health')).json()).toMatchObject(busy);
  unlock();
  const again = await syncWith(server.app, [submission]);
  expect(again.json()).toMatchObject({ results: [{ id: submission.id, outcome: 'done' }] });
  expect((await server.app.inject('/api/health')).statusCode).toBe(200);
});

test('a lock that is short is waited for', async () => {
  const unlock = await lockFile(server.context);
  const writing = syncWith(server.app, [makeSubmission()]);
  await syncWith(server.app, []);
  unlock();
  expect((await writing).json()).toMatchObject({ results: [{ outcome: 'done' }] });
});
