import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/server/app';
import { FULL_BYTES } from '../../../src/server/http/health';
import { watchDisk } from '../../../src/server/start/watch-disk';
import { makeTestApp, type TestApp } from '../../support/test-app';

const LOW_BYTES = 1_000_000_000;

let server: TestApp;
beforeAll(async () => {
  server = await makeTestApp();
});
afterAll(() => server.close());

test.each([
  [LOW_BYTES, 200, { ok: true, disk: 'enough' }],
  [LOW_BYTES - 1, 200, { ok: true, disk: 'low' }],
  [FULL_BYTES, 200, { ok: true, disk: 'low' }],
  [FULL_BYTES - 1, 503, { code: 'server-busy' }],
])('with %d bytes free the server answers %d', async (freeBytes, status, body) => {
  const disk = { readFreeBytes: async () => freeBytes, lowBytes: LOW_BYTES };
  const app = await buildApp({ context: server.context, disk });
  const answer = await app.inject({ url: '/api/health' });
  await app.close();
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject(body);
});

test('the disk of a folder is read, and a missing folder makes the server unhealthy', async () => {
  expect(await watchDisk(tmpdir(), LOW_BYTES).readFreeBytes()).toBeGreaterThan(0);
  const disk = watchDisk(join(tmpdir(), randomUUID()), LOW_BYTES);
  const app = await buildApp({ context: server.context, disk });
  const answer = await app.inject({ url: '/api/health' });
  await app.close();
  expect(answer.statusCode).toBe(503);
});
