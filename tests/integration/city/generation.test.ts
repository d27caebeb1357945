import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { GENERATION_HEADER } from '../../../src/contract/generation';
import { buildApp } from '../../../src/server/app';
import { renewGenerations } from '../../../src/server/db/city/generations';
import { loadCity } from '../../../src/server/db/city/load-city';
import { watchDevices } from '../../../src/server/queries/phone/watch-devices';
import { engines, startDatabases } from '../../support/databases';
import { followingCity } from '../../support/following-city';
import { MONDAY_9, submit, type TestServer, testServer } from '../../support/test-server';

const DAY_MS = 86_400_000;
const OTHER = 'another-generation-22c';

describe.each(engines)('the generation of a database on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  async function serve() {
    const server = await testServer(await (await databases.create()).open());
    await loadCity(server.context.db, metro, MONDAY_9);
    const context = followingCity(server.context);
    const rateLimits = { syncsPerDevice: 1_000_000, requestsPerAddress: 1_000_000 };
    const app = await buildApp({ context, rateLimits });
    return { server, context, app };
  }

  const secret = randomBytes(16).toString('base64url');
  const sync = (app: FastifyInstance, body: object, generation?: string) =>
    app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: {
        authorization: `Device ${secret}`,
        ...(generation === undefined ? {} : { [GENERATION_HEADER]: generation }),
      },
      payload: { version: 1, cursor: null, commands: [], ...body },
    });
  const bookingsIn = async ({ context }: TestServer) =>
    (await context.db.selectFrom('bookings').select('id').execute()).length;

  test('stands in each answer, is kept, and is another in another process only once it changed', async () => {
    const { server, app } = await serve();
    const first = (await sync(app, {})).headers[GENERATION_HEADER];
    expect(first).toMatch(/^[\w-]{22}$/);
    await loadCity(server.context.db, metro, MONDAY_9 + DAY_MS);
    expect((await app.inject({ url: '/api/city' })).headers[GENERATION_HEADER]).toBe(first);
    expect((await app.inject({ url: '/api/none' })).headers[GENERATION_HEADER]).toBe(first);
    await renewGenerations(server.context.db, MONDAY_9);
    expect((await sync(app, {})).headers[GENERATION_HEADER]).not.toBe(first);
    await app.close();
  });

  test('no command runs for a phone that knows another: it is told to read from the start', async () => {
    const { server, app } = await serve();
    const commands = [submit()];
    const refused = await sync(app, { cursor: '7', commands }, OTHER);
    expect(refused.statusCode).toBe(200);
    expect(refused.json()).toMatchObject({ results: [], changes: [], cursor: '0', more: true });
    expect(await bookingsIn(server)).toBe(0);
    const known = String(refused.headers[GENERATION_HEADER]);
    expect((await sync(app, { commands }, known)).json()).toMatchObject({ results: [{ outcome: 'done' }] });
    expect(await bookingsIn(server)).toBe(1);
    await app.close();
  });

  test('changes by itself for a cursor beyond the counter, before the commands that would hide it', async () => {
    const { server, app } = await serve();
    await sync(app, { commands: [submit()] });
    const first = String((await sync(app, {})).headers[GENERATION_HEADER]);
    const counter = Number((await sync(app, {})).json().cursor);
    // Two commands move the counter past this cursor.
    const ahead = { cursor: String(counter + 1), commands: [submit(), submit()] };
    const told = await sync(app, ahead, first);
    expect(told.json()).toMatchObject({ results: [], more: true });
    const second = told.headers[GENERATION_HEADER];
    expect(second).not.toBe(first);
    expect(await bookingsIn(server)).toBe(1);

    // A stranger makes up cursors: once a day is the most that this does to everybody.
    const forged = { cursor: '9999999999999999' };
    for (const _ of [1, 2]) {
      const answer = await sync(app, forged);
      expect(answer.headers[GENERATION_HEADER]).toBe(second);
      expect(answer.json().changes).toHaveLength(1);
    }
    server.setClock(MONDAY_9 + DAY_MS);
    expect((await sync(app, forged)).headers[GENERATION_HEADER]).not.toBe(second);
    await app.close();
  });

  test('a time of change that lies ahead forbids nothing', async () => {
    const { server, app } = await serve();
    await renewGenerations(server.context.db, MONDAY_9 + 400 * DAY_MS);
    const first = (await sync(app, {})).headers[GENERATION_HEADER];
    expect((await sync(app, { cursor: '99' })).headers[GENERATION_HEADER]).not.toBe(first);
    await app.close();
  });

  test('many phones that show it at once change it once', async () => {
    const { app } = await serve();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sync(app, { cursor: '99' })));
    const last = (await sync(app, {})).headers[GENERATION_HEADER];
    expect(new Set(answers.map(({ headers }) => headers[GENERATION_HEADER]))).toEqual(new Set([last]));
    await app.close();
  });

  test('a page that knows another writes nothing, and hears of it at once where it waits', async () => {
    const { app } = await serve();
    const headers = { [GENERATION_HEADER]: OTHER, origin: 'http://localhost', host: 'localhost' };
    const write = await app.inject({
      method: 'POST',
      url: '/api/staff/commands',
      headers,
      payload: { commands: [] },
    });
    expect(write.statusCode).toBe(409);
    expect(write.json()).toMatchObject({ code: 'data-put-back' });
    const read = await app.inject({ url: '/api/city', headers });
    expect(read.statusCode).toBe(200);
    await app.close();
  });

  test('each device that listens is told of another one, though nothing of its own changed', async () => {
    const { server, context, app } = await serve();
    await context.refreshCity?.(context.db);
    let tell: (change: number) => void = () => undefined;
    const told = new Promise<number>((resolve) => {
      tell = resolve;
    });
    const stop = await watchDevices(context).listen('a-phone', 0, (change) => tell(change));
    await renewGenerations(server.context.db, MONDAY_9);
    expect(await told).toBe(0);
    stop();
    await app.close();
  });
});
