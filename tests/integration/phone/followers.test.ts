import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_FOLLOWERS } from '../../../src/domain/booking/follower';
import { changesSince } from '../../../src/server/queries/booking/changes-since';
import { engines, startDatabases } from '../../support/databases';
import { follow, newToken, submit, type TestServer, testServer } from '../../support/test-server';

const refusedWith = (code: string) => ({ outcome: 'refused', problem: { code } });
const NAME = 'Contoh Anak';
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const build = (name: string, bookingId: string, rest: object) => ({
  id: randomUUID() as string,
  madeAt: '2026-11-23T02:00:00.000Z',
  name,
  bookingId,
  ...rest,
});
const renew = (bookingId: string, token: string) =>
  build('renew-follow-link', bookingId, { followHash: hashOf(token) });
const withdraw = (bookingId: string, followerId: string) =>
  build('withdraw-follower', bookingId, { followerId });
const named = (token: string, followerName = NAME) => ({ ...follow(token), followerName });

describe.each(engines)('followers on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);
  const booking = randomUUID() as string;
  const token = newToken();
  let server: TestServer;
  beforeEach(async () => {
    server = await testServer(await (await databases.create()).open());
    await server.send('owner', submit({}, booking, token));
  });
  const followersSeen = async (device = 'owner') => (await server.rowsOf(device))[0]?.followers;
  const idOf = async (name: string) =>
    (await followersSeen())?.find((follower) => follower.name === name)?.id ?? '';

  test('are listed for the requester; a follower reads nothing of the others', async () => {
    expect(await followersSeen()).toBeUndefined();
    await server.send('child', named(token));
    await server.send('old-app', follow(token));
    const seen = await followersSeen();
    expect(seen?.map(({ name }) => name).sort()).toEqual([NAME, undefined]);
    expect(seen?.[0]?.since).toBe('2026-11-23T02:00:00.000Z');
    expect(await followersSeen('child')).toBeUndefined();
    const rows = await server.context.db.selectFrom('booking_devices').selectAll().execute();
    expect(JSON.stringify(rows.map((row) => row.follower_name?.toString('latin1')))).not.toContain(NAME);
  });

  test('are told to the requester once per cursor, and leave the booking at its revision', async () => {
    const { cursor, changes } = await changesSince(server.context, 'owner', null);
    await server.send('child', named(token));
    const news = await changesSince(server.context, 'owner', cursor);
    expect(news.changes).toMatchObject([{ revision: changes[0]?.revision, followers: [{ name: NAME }] }]);
    expect((await changesSince(server.context, 'owner', news.cursor)).changes).toEqual([]);
  });

  test('change their name by following again, and nobody is added', async () => {
    await server.send('child', named(token));
    const id = await idOf(NAME);
    await server.send('child', named(token, 'Nama Baru'));
    await server.send('child', follow(token));
    expect(await followersSeen()).toMatchObject([{ id, name: 'Nama Baru' }]);
    await server.send('owner', named(token));
    expect((await server.rowsOf('owner'))[0]?.role).toBe('requester');
    expect(await followersSeen()).toHaveLength(1);
  });

  test('are told once that they were removed, learn nothing later, and can do nothing', async () => {
    await server.send('child', named(token));
    const before = await changesSince(server.context, 'child', null);
    const command = withdraw(booking, await idOf(NAME));
    expect(await server.send('owner', command)).toMatchObject({ outcome: 'done' });
    expect(await server.send('owner', command)).toMatchObject({ outcome: 'done' });
    expect(await followersSeen()).toBeUndefined();
    const after = await changesSince(server.context, 'child', before.cursor);
    expect(after).toMatchObject({ changes: [], gone: [booking] });
    expect((await changesSince(server.context, 'child', after.cursor)).gone).toBeUndefined();
    const cancel = build('cancel-booking', booking, {});
    expect(await server.send('child', cancel)).toMatchObject(refusedWith('booking-not-found'));
    const names = await server.context.db.selectFrom('booking_devices').select('follower_name').execute();
    expect(names.every(({ follower_name }) => follower_name === null)).toBe(true);
  });

  test('join by the new link and not by the old one, and whoever follows already stays', async () => {
    await server.send('child', named(token));
    const other = newToken();
    expect(await server.send('owner', renew(booking, other))).toMatchObject({ outcome: 'done' });
    expect(await server.send('second', named(token))).toMatchObject(refusedWith('follow-token-not-valid'));
    expect(await server.send('second', named(other, 'Kedua'))).toMatchObject({ outcome: 'done' });
    expect((await followersSeen())?.map(({ name }) => name).sort()).toEqual([NAME, 'Kedua']);
    const id = await idOf(NAME);
    await server.send('owner', withdraw(booking, id));
    expect(await server.send('child', named(other, 'Kembali'))).toMatchObject({ outcome: 'done' });
    expect(await server.rowsOf('child')).toHaveLength(1);
    expect(await idOf('Kembali')).not.toBe(id);
  });

  test('are removed, and the link is renewed, by the requester only', async () => {
    await server.send('child', named(token));
    const id = await idOf(NAME);
    for (const device of ['child', 'stranger']) {
      const problem = device === 'child' ? 'booking-not-yours' : 'booking-not-found';
      expect(await server.send(device, withdraw(booking, id))).toMatchObject(refusedWith(problem));
      expect(await server.send(device, renew(booking, newToken()))).toMatchObject(refusedWith(problem));
    }
    expect(await followersSeen()).toHaveLength(1);
    const another = newToken();
    await server.send('stranger', submit({}, undefined, another));
    expect(await server.send('owner', renew(booking, another))).toMatchObject(
      refusedWith('request-not-valid'),
    );
  });

  test('are limited in number where a link went astray', async () => {
    for (let count = 0; count < MAX_FOLLOWERS; count += 1) {
      expect(await server.send(`f${count}`, named(token, `N${count}`))).toMatchObject({ outcome: 'done' });
    }
    expect(await server.send('more', named(token))).toMatchObject(refusedWith('follower-limit-reached'));
    await server.send('owner', withdraw(booking, await idOf('N3')));
    expect(await server.send('again', named(token))).toMatchObject({ outcome: 'done' });
    expect(server.errors).toEqual([]);
  });
});
