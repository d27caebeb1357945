import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhotoDigest } from '../../../src/domain/photo/photo';
import { MAX_PHOTOS_PER_BOOKING } from '../../../src/domain/photo/photo';
import { receivePhoto } from '../../../src/server/commands/photo/receive-photo';
import { engines, startDatabases } from '../../support/databases';
import { digestOf, makeJpeg } from '../../support/pictures';
import { makeTestApp, newSecret } from '../../support/test-app';
import { submit, type TestServer, testServer } from '../../support/test-server';

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await makeJpeg();
});

const digestNumber = (n: number) => n.toString(16).padStart(64, '0') as PhotoDigest;

describe.each(engines)('limits of photos on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  const hold = ({ context }: TestServer, owner: string, count: number, isAttached = false) =>
    context.db
      .insertInto('photos')
      .values(
        Array.from({ length: count }, (_, n) => ({
          city: context.city.code,
          owner,
          sha256: digestNumber(n),
          total: 1,
          unattached_since: isAttached ? null : context.clock(),
          image: Buffer.of(1),
        })),
      )
      .execute();
  const send = ({ context }: Pick<TestServer, 'context'>, owner: string, start = 0, end = jpeg.length) =>
    receivePhoto(
      context,
      { owner, sha256: digestOf(jpeg) as PhotoDigest },
      { start, total: jpeg.length, bytes: jpeg.subarray(start, end) },
    );
  const start = async () => testServer(await (await databases.create()).open());

  test('hold for one phone, for the city and for one booking', async () => {
    const server = await start();
    await server.send('a', submit());
    await hold(server, 'a', 30);
    expect(await send(server, 'a')).toMatchObject({ ok: false, problem: 'photo-limit-reached' });
    expect(await send(server, 'b'), "another phone's photos count apart").toMatchObject({ isComplete: true });
    await hold(server, 'c', 200, true);
    expect(await send(server, 'c')).toMatchObject({ ok: false, problem: 'photo-limit-reached' });
    const command = submit();
    await server.send('d', command);
    await hold(server, 'd', MAX_PHOTOS_PER_BOOKING + 1);
    const attach = (n: number) =>
      server.send('d', {
        id: randomUUID(),
        madeAt: '2026-11-23T02:00:00.000Z',
        name: 'attach-photo',
        bookingId: command.bookingId,
        requirementId: 'kk',
        photo: digestNumber(n),
      });
    for (let n = 0; n < MAX_PHOTOS_PER_BOOKING; n += 1) expect((await attach(n)).outcome).toBe('done');
    expect(await attach(MAX_PHOTOS_PER_BOOKING)).toMatchObject({ problem: { code: 'photo-limit-reached' } });
    expect((await attach(0)).outcome, 'a photo that is attached already').toBe('done');
    await hold(server, 'e', 2_000);
    expect(await send(server, 'f')).toMatchObject({ ok: false, problem: 'server-busy' });
  });

  test('make a ninth unfinished photo replace the oldest one', async () => {
    const server = await start();
    const begin = (n: number) =>
      receivePhoto(
        server.context,
        { owner: 'a', sha256: digestNumber(n) },
        { start: 0, total: jpeg.length, bytes: jpeg.subarray(0, 100) },
      );
    for (let n = 0; n < 9; n += 1) {
      server.setClock(server.context.clock() + 1);
      await begin(n);
    }
    const held = await server.context.db.selectFrom('photo_parts').select('sha256').execute();
    expect(held.map(({ sha256 }) => sha256).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(digestNumber));
  });

  test('let two processes take parts of one photo in turn and repeatedly, and keep it once', async () => {
    const place = await databases.create();
    const [first, second] = [await testServer(await place.open()), await testServer(await place.open())];
    // Both use one set of keys, as two processes over one folder or database do.
    const other = { context: { ...second.context, keys: first.context.keys } };
    const half = 4_000;
    expect(await send(first, 'a', 0, half)).toMatchObject({ received: half });
    expect(await send(other, 'a', 0, half)).toMatchObject({ received: half });
    expect(await send(other, 'a', half, 2 * half)).toMatchObject({ received: 2 * half });
    expect(await send(first, 'a', 3 * half, 4 * half)).toMatchObject({
      ok: false,
      problem: 'photo-gap',
      received: 2 * half,
    });
    const ends =
      engine === 'postgres'
        ? await Promise.all([send(first, 'a', 2 * half), send(other, 'a', 2 * half)])
        : [await send(first, 'a', 2 * half), await send(other, 'a', 2 * half)];
    expect(ends).toMatchObject([{ isComplete: true }, { isComplete: true }]);
    const { db } = first.context;
    expect(await db.selectFrom('photos').select('total').execute()).toEqual([{ total: jpeg.length }]);
    expect(await db.selectFrom('photo_parts').select('start').execute()).toEqual([]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  test('let a process that looked before another stored the photo say that it is whole', async () => {
    const place = await databases.create();
    const [first, second] = [await testServer(await place.open()), await testServer(await place.open())];
    const half = 4_000;
    await send(first, 'a', 0, half);
    let isStored = false;
    const db = second.context.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (!isStored) {
          isStored = true;
          expect(await send(first, 'a', half)).toMatchObject({ isComplete: true, isNew: true });
        }
        return result;
      },
    });
    const late = { context: { ...second.context, db, keys: first.context.keys } };
    expect(await send(late, 'a', half)).toMatchObject({ isComplete: true, isNew: false });
  });

  test('let many photos be redrawn one after another, and cost a phone that is told to wait nothing', async () => {
    const server = await start();
    const all = await Promise.all(Array.from({ length: 14 }, (_, n) => send(server, `phone-${n}`)));
    for (const [n, answer] of all.entries()) {
      if (!answer.ok) expect(answer).toMatchObject({ ok: false, problem: 'server-busy' });
      else expect(answer.isComplete).toBe(true);
      expect(await send(server, `phone-${n}`)).toMatchObject({ isComplete: true });
    }
  });
});

test('a phone that sends photos too often is told when to come back', async () => {
  const server = await makeTestApp({
    syncsPerDevice: 1_000,
    photosPerDevice: 2,
    requestsPerAddress: 1_000,
  });
  const put = (secret: string) =>
    server.app.inject({
      method: 'PUT',
      url: `/api/photos/${digestOf(jpeg)}`,
      headers: { authorization: `Device ${secret}`, 'content-type': 'image/jpeg' },
      payload: jpeg,
    });
  const secret = newSecret();
  expect([(await put(secret)).statusCode, (await put(secret)).statusCode]).toEqual([201, 200]);
  const third = await put(secret);
  expect([third.statusCode, third.json().code]).toEqual([429, 'rate-limited']);
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  expect((await put(newSecret())).statusCode).toBe(201);
  await server.close();
});
