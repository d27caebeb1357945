import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import { receivePhoto } from '../../../src/server/commands/photo/receive-photo';
import type { PhotoKey } from '../../../src/server/db/schema/photo-tables';
import { forgetPhotos } from '../../../src/server/jobs/photo/forget-photos';
import { engines, startDatabases } from '../../support/databases';
import { allDone, type Desk, staffCommand, startDesk } from '../../support/desk';
import { digestOf, makeJpeg } from '../../support/pictures';
import type { SignedInMember } from '../../support/staff';
import { cancel, MONDAY_9 } from '../../support/test-server';

const DAY_MS = 86_400_000;
const REQUIREMENT = 'kartu-keluarga';

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await makeJpeg();
});

const phone = (name: string, bookingId: string, rest: object = {}) => ({
  id: randomUUID(),
  madeAt: '2026-11-23T02:00:00.000Z',
  name,
  bookingId,
  photo: digestOf(jpeg),
  ...rest,
});
const attach = (id: string, requirementId = REQUIREMENT) => phone('attach-photo', id, { requirementId });

describe.each(engines)('photos on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const id = await desk.book('a');
    return { desk, id, me: await desk.signIn('coordinator', { name: 'Contoh Koordinator' }) };
  };
  const keep = (desk: Desk, owner = 'a', bytes = jpeg) => {
    const key = { owner, sha256: digestOf(bytes) } as PhotoKey;
    return receivePhoto(desk.context, key, { start: 0, total: bytes.length, bytes });
  };
  const image = (desk: Desk, { headers }: SignedInMember, id: string, sha256 = digestOf(jpeg)) =>
    desk.app.inject({ method: 'GET', url: `/api/staff/photos/${id}/${sha256}`, headers });
  const fileOf = async (desk: Desk, who: SignedInMember, id: string) =>
    (await desk.get(who, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
  const command = async (desk: Desk, who: SignedInMember, sent: object) => {
    const { body } = await desk.post(who, '/api/staff/commands', { commands: [sent] });
    return (body as { results: { outcome: string; problem?: { code: string } }[] }).results[0];
  };
  const photosOf = async (desk: Desk, device = 'a') => (await desk.rowsOf(device))[0]?.photos;
  const imagesIn = (desk: Desk) =>
    desk.context.db.selectFrom('photos').select(['owner', 'unattached_since']).execute();

  test('are attached by the requester once the server has them, and can be removed', async () => {
    const { desk, id } = await start();
    const code = async (device: string, sent: object) => {
      const result = await desk.send(device, sent);
      return result.outcome === 'refused' ? result.problem.code : result.outcome;
    };
    expect(await code('a', attach(id))).toBe('photo-missing');
    await keep(desk, 'b');
    expect(await code('a', attach(id)), "another phone's photo").toBe('photo-missing');
    expect(await code('b', attach(id)), "another phone's booking").toBe('booking-not-found');
    await keep(desk);
    const before = (await desk.rowsOf('a'))[0]?.revision;
    expect(await code('a', attach(id))).toBe('done');
    expect(await photosOf(desk)).toEqual([
      { photo: digestOf(jpeg), requirementId: REQUIREMENT, state: 'received' },
    ]);
    expect((await desk.rowsOf('a'))[0]?.revision, 'no edit at the desk becomes stale').toBe(before);
    expect(await code('a', phone('remove-photo', id))).toBe('done');
    expect(await photosOf(desk)).toBeUndefined();
    expect((await imagesIn(desk)).map(({ owner }) => owner)).toEqual(['b']);
    expect(await code('a', phone('remove-photo', id)), 'a repeat is harmless').toBe('done');
  });

  test('are opened and judged by the desk, and the resident reads the judgement', async () => {
    const { desk, id, me } = await start();
    await keep(desk);
    await desk.send('a', attach(id));
    const seen = await image(desk, me, id);
    expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(seen.headers['cache-control']).toBe('no-store');
    expect((await sharp(seen.rawPayload).metadata()).width).toBe(300);
    const judge = (rest: object) => staffCommand('judge-photo', id, { photo: digestOf(jpeg), ...rest });
    const words = 'Fotonya buram. Foto lagi di tempat terang.';
    expect(await command(desk, me, judge({ isReadable: false, words }))).toMatchObject({ outcome: 'done' });
    expect(await photosOf(desk)).toMatchObject([{ state: 'unreadable', words }]);
    // Somebody else at the desk saw the photo before it was judged.
    const stale = await command(desk, me, judge({ isReadable: true }));
    expect(stale).toMatchObject({ outcome: 'refused', problem: { code: 'booking-changed' } });
    const [photo] = (await fileOf(desk, me, id)).booking.photos ?? [];
    expect(photo).toMatchObject({ state: 'unreadable', words, judgedBy: 'Contoh Koordinator' });
    const again = judge({ isReadable: true, replaces: photo?.judgedAt });
    expect(await command(desk, me, again)).toMatchObject({ outcome: 'done' });
    expect(await photosOf(desk)).toEqual([
      { photo: digestOf(jpeg), requirementId: REQUIREMENT, state: 'readable' },
    ]);
    const audit = await desk.context.db.selectFrom('audit_entries').select(['action', 'detail']).execute();
    expect(audit.map(({ action }) => action)).toEqual([
      'see-photo',
      'judge-photo',
      'judge-photo',
      'see-booking',
      'judge-photo',
    ]);
    expect(audit[0]?.detail).toContain(digestOf(jpeg));
    const gone = staffCommand('drop-photo', id, { photo: digestOf(jpeg) });
    expect(await command(desk, me, gone)).toMatchObject({ outcome: 'done' });
    expect((await image(desk, me, id)).statusCode).toBe(404);
    expect(await command(desk, me, judge({ isReadable: true }))).toMatchObject({
      problem: { code: 'photo-not-found' },
    });
  });

  test('are open to a kelurahan for its own area, to a crew for its own visits, and not to an admin', async () => {
    const { desk, id } = await start();
    await keep(desk);
    await desk.send('a', attach(id));
    const { unit } = await desk.context.db
      .selectFrom('reservations')
      .select('unit')
      .executeTakeFirstOrThrow();
    const status = async (...member: Parameters<Desk['signIn']>) =>
      (await image(desk, await desk.signIn(...member), id)).statusCode;
    expect(await status('kelurahan', { areas: ['18.72.01.1001'] })).toBe(200);
    expect(await status('kelurahan', { areas: ['18.72.01.1002'] })).toBe(404);
    expect(await status('crew', { unit })).toBe(200);
    expect(await status('crew', { unit: 'unit-lain' })).toBe(404);
    expect(await status('crew')).toBe(404);
    expect(await status('admin')).toBe(403);
    const kelurahan = await desk.signIn('kelurahan', { areas: ['18.72.01.1001'] });
    const judged = staffCommand('judge-photo', id, { photo: digestOf(jpeg), isReadable: true });
    expect(await command(desk, kelurahan, judged)).toMatchObject({ problem: { code: 'role-forbids' } });
    desk.setClock(MONDAY_9 + 30 * DAY_MS);
    expect(await status('crew', { unit }), 'after the day of the visit').toBe(404);
  });

  test("need consent when a crew takes them, and are in the desk's file, not on the resident's phone", async () => {
    const { desk, id, me } = await start();
    const { unit } = await desk.context.db
      .selectFrom('reservations')
      .select('unit')
      .executeTakeFirstOrThrow();
    const crew = await desk.signIn('crew', { unit, name: 'Contoh Petugas' });
    const put = await desk.app.inject({
      method: 'PUT',
      url: `/api/staff/photos/${digestOf(jpeg)}`,
      headers: { ...crew.headers, 'content-type': 'image/jpeg' },
      payload: jpeg,
    });
    expect(put.statusCode).toBe(201);
    const send = async (rest: object) => {
      const sent = staffCommand('add-visit-photo', id, { photo: digestOf(jpeg), kind: 'home', ...rest });
      const { body } = await desk.post(crew, '/api/staff/sync', {
        version: 1,
        cursor: null,
        commands: [sent],
      });
      return (body as { results: { outcome: string; problem?: { code: string } }[] }).results[0];
    };
    expect(await send({})).toMatchObject({ outcome: 'refused', problem: { code: 'request-not-valid' } });
    expect(await send({ consentedAt: '2026-11-23T01:59:00.000Z' })).toMatchObject({ outcome: 'done' });
    expect((await fileOf(desk, me, id)).booking.photos).toMatchObject([
      { kind: 'home', takenBy: 'Contoh Petugas', consentedAt: '2026-11-23T01:59:00.000Z' },
    ]);
    expect((await image(desk, me, id)).statusCode).toBe(200);
    expect(await photosOf(desk)).toBeUndefined();
    const again = await send({ consentedAt: '2026-11-23T01:59:00.000Z' });
    expect(again).toMatchObject({ outcome: 'done' });
  });

  test('are forgotten when cancelled, when closed for the set time, and when never finished or attached', async () => {
    const { desk, id } = await start();
    await keep(desk);
    await desk.send('a', attach(id));
    const other = await desk.book('b');
    await keep(desk, 'b');
    await desk.send('b', attach(other));
    await keep(desk, 'c');
    const key = { owner: 'd', sha256: digestOf(jpeg) } as PhotoKey;
    const part = { start: 0, total: jpeg.length, bytes: jpeg.subarray(0, 100) };
    await receivePhoto(desk.context, key, part);
    expect(await forgetPhotos(desk.context)).toBe(0);
    expect(await imagesIn(desk)).toHaveLength(3);
    await desk.send('a', cancel(id));
    expect(await forgetPhotos(desk.context)).toBe(1);
    expect((await imagesIn(desk)).map(({ owner }) => owner).sort()).toEqual(['b', 'c']);
    expect(await photosOf(desk)).toBeUndefined();
    const { unit } = await desk.context.db
      .selectFrom('reservations')
      .select('unit')
      .where('booking_id', '=', other as never)
      .executeTakeFirstOrThrow();
    const crew = await desk.signIn('crew', { unit });
    const services = (await desk.rowsOf('b'))[0]?.services ?? [];
    await desk.post(crew, '/api/staff/sync', {
      version: 1,
      cursor: null,
      commands: [allDone(other, services)],
    });
    const { photoDays } = desk.context.city.settings;
    // The time of closing as the crew's phone gave it (support/desk.ts).
    const closedAt = Date.parse('2026-11-23T01:30:00.000Z');
    desk.setClock(closedAt + photoDays * DAY_MS - 1);
    expect(await forgetPhotos(desk.context)).toBe(0);
    expect(
      (await imagesIn(desk)).map(({ owner }) => owner),
      'never attached',
    ).toEqual(['b']);
    expect(await desk.context.db.selectFrom('photo_parts').select('start').execute()).toEqual([]);
    desk.setClock(closedAt + photoDays * DAY_MS);
    expect(await forgetPhotos(desk.context)).toBe(1);
    expect(await imagesIn(desk)).toEqual([]);
    expect(await photosOf(desk, 'b')).toBeUndefined();
  });

  test('cannot be read in the database', async () => {
    const { desk } = await start();
    await keep(desk);
    const { image: kept } = await desk.context.db
      .selectFrom('photos')
      .select('image')
      .executeTakeFirstOrThrow();
    expect(kept.includes(Buffer.from('JFIF'))).toBe(false);
    await expect(sharp(kept).metadata()).rejects.toThrow();
  });
});
