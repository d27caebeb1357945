import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { readKeptPhoto } from '../../../src/offline/crew/crew-photos';
import { type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { removeSheet } from '../../../src/offline/crew/leave-phone';
import { keepOwnPhoto } from '../../../src/offline/crew/own-photos';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { receivePhoto } from '../../../src/server/commands/photo/receive-photo';
import type { PhotoKey } from '../../../src/server/db/schema/photo-tables';
import { startDatabases } from '../../support/databases';
import { type Desk, PAGI, staffCommand, startDesk } from '../../support/desk';
import { digestOf, makeJpeg } from '../../support/pictures';
import type { SignedInMember } from '../../support/staff';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const YES_AT = TUESDAY_8 - 60_000;

describe("photos on a crew's phone", () => {
  const databases = startDatabases('sqlite');
  const apps: Desk['app'][] = [];
  let jpeg: Buffer;
  beforeAll(async () => {
    jpeg = await makeJpeg();
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });

  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const id = await desk.book('a', { preferences: [PAGI] });
    const key = { owner: 'a', sha256: digestOf(jpeg) } as PhotoKey;
    await receivePhoto(desk.context, key, { start: 0, total: jpeg.length, bytes: jpeg });
    const attach = {
      id: randomUUID(),
      madeAt: '2026-11-23T02:00:00.000Z',
      name: 'attach-photo',
      bookingId: id,
      photo: key.sha256,
      requirementId: 'kartu-keluarga',
    };
    expect(await desk.send('a', attach)).toMatchObject({ outcome: 'done' });
    desk.setClock(TUESDAY_8);
    const me = await desk.signIn('coordinator');
    const { booking } = (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
    const crew = await desk.signIn('crew', { unit: booking.scheduled?.unit ?? '' });
    return { desk, me, crew, booking, photo: key.sha256, store: openCrewStore(crew.id) };
  };

  /** Reaches the server under a session; `asked` collects what was asked for. */
  const fetchAs =
    (
      { app }: Desk,
      { headers }: SignedInMember,
      asked: string[] = [],
      isCut = (_url: string) => false,
    ): Fetch =>
    async (url, init) => {
      asked.push(`${init.method} ${url.split('/').slice(0, 4).join('/')}`);
      if (isCut(url)) throw new TypeError('no connection');
      const { body } = init;
      const answer = await app.inject({
        method: init.method as 'POST',
        url,
        headers: { ...(init.headers as Record<string, string>), ...headers },
        ...(body === undefined || body === null
          ? {}
          : { payload: typeof body === 'string' ? body : Buffer.from(body as Uint8Array) }),
      });
      return new Response(answer.rawPayload as Uint8Array<ArrayBuffer>, { status: answer.statusCode });
    };
  const syncAt = (store: CrewStore, fetch: Fetch) =>
    createCrewSync({ store, fetch, now: () => TUESDAY_8, locks: null }).syncNow();

  test('are fetched while there is a connection, kept as ciphertext, and deleted with the sheet', async () => {
    const { desk, me, crew, booking, photo, store } = await start();
    const asked: string[] = [];
    expect(await syncAt(store, fetchAs(desk, crew, asked))).toMatchObject({ failure: undefined });
    expect(asked).toEqual(['POST /api/staff/sync', 'GET /api/staff/photos']);
    const kept = await readKeptPhoto(store, booking.id, photo);
    expect(Buffer.from((await kept?.arrayBuffer()) ?? new ArrayBuffer()).subarray(0, 3)).toEqual(
      Buffer.from([0xff, 0xd8, 0xff]),
    );
    const [row] = await store.photos.toArray();
    expect(Buffer.from(row?.sealed.bytes ?? new ArrayBuffer()).includes('JFIF')).toBe(false);
    await syncAt(store, fetchAs(desk, crew, asked));
    expect(asked.filter((one) => one.startsWith('GET'))).toHaveLength(1);
    const drop = staffCommand('drop-photo', booking.id, { photo });
    await desk.post(me, '/api/staff/commands', { commands: [drop] });
    await syncAt(store, fetchAs(desk, crew));
    expect(await store.photos.count(), 'the photo left the sheet').toBe(0);
    await store.photos.put({ bookingId: booking.id, photo, sealed: row?.sealed ?? ({} as never) });
    await removeSheet(store);
    expect(await store.photos.count(), 'the crew signed out').toBe(0);
  });

  test('wait sealed when taken without a connection, hold nothing up, and arrive once with the consent', async () => {
    const { desk, me, crew, booking, store } = await start();
    await syncAt(store, fetchAs(desk, crew));
    const bytes = new Uint8Array(await makeJpeg({ width: 320, height: 200 }));
    const taken = { bytes, kind: 'home' as const, consentedAtMs: YES_AT };
    await keepOwnPhoto(store, booking, taken, TUESDAY_8);
    await keepOwnPhoto(store, booking, taken, TUESDAY_8);
    expect(await store.ownPhotos.count()).toBe(1);
    const cut = fetchAs(desk, crew, [], (url) => url.includes('/photos/'));
    expect(await syncAt(store, cut)).toMatchObject({ failure: 'offline' });
    await removeSheet(store);
    expect(await store.ownPhotos.count(), 'unsent work stays').toBe(1);
    expect(await syncAt(store, fetchAs(desk, crew))).toMatchObject({ done: 1 });
    expect([await store.ownPhotos.count(), await store.outbox.count()]).toEqual([0, 0]);
    const file = (await desk.get(me, `/api/staff/bookings/${booking.id}`)).body as unknown as BookingFile;
    expect(file.booking.photos?.filter(({ kind }) => kind === 'home')).toMatchObject([
      { photo: digestOf(Buffer.from(bytes)), consentedAt: new Date(YES_AT).toISOString() },
    ]);
  });

  test('stay with the reason when the server will never accept them, and the next is sent', async () => {
    const { desk, crew, booking, store } = await start();
    const broken = new Uint8Array(Buffer.from('no picture at all'));
    await keepOwnPhoto(store, booking, { bytes: broken, kind: 'home', consentedAtMs: YES_AT }, TUESDAY_8);
    const bytes = new Uint8Array(await makeJpeg({ width: 320, height: 200 }));
    await keepOwnPhoto(store, booking, { bytes, kind: 'papers', consentedAtMs: YES_AT }, TUESDAY_8 + 1);
    expect(await syncAt(store, fetchAs(desk, crew))).toMatchObject({ done: 1 });
    expect(await store.ownPhotos.toArray()).toMatchObject([{ problem: 'photo-not-an-image' }]);
  });

  test("are not sent under another person's session", async () => {
    const { desk, booking, store } = await start();
    const other = await desk.signIn('crew', { unit: booking.scheduled?.unit ?? '' });
    const bytes = new Uint8Array(jpeg);
    await keepOwnPhoto(store, booking, { bytes, kind: 'home', consentedAtMs: YES_AT }, TUESDAY_8);
    await syncAt(store, fetchAs(desk, other));
    expect(await store.ownPhotos.count()).toBe(1);
    const owners = await desk.context.db.selectFrom('photos').select('owner').execute();
    expect(owners).toEqual([{ owner: 'a' }]);
  });
});
