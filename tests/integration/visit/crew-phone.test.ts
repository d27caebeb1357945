import 'fake-indexeddb/auto';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingFile } from '../../../src/contract/staff/desk';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { queueCrewCommand, UNDO_MS } from '../../../src/offline/crew/queue-command';
import type { ShownSheet } from '../../../src/offline/crew/shown-sheet';
import { watchSheet } from '../../../src/offline/crew/watch-sheet';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { startDatabases } from '../../support/databases';
import { type Desk, PAGI, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const EVENING = TUESDAY_8 + 36_000_000;

describe('a crew phone and the real server', () => {
  const databases = startDatabases('sqlite');
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });

  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const id = await desk.book('a', { preferences: [PAGI] });
    desk.setClock(TUESDAY_8);
    const me = await desk.signIn('coordinator');
    const { booking } = (await desk.get(me, `/api/staff/bookings/${id}`)).body as unknown as BookingFile;
    const crew = await desk.signIn('crew', { unit: booking.scheduled?.unit ?? '' });
    return { desk, crew, id };
  };

  /** Reaches the server under a session, with the cookie that the browser would add. */
  const fetchAs =
    ({ app }: Desk, { headers }: SignedInMember, fates: string[] = []): Fetch =>
    async (url, init) => {
      const fate = fates.shift();
      if (fate === 'lost-before') throw new TypeError('lost on the way to the server');
      const deliver = () =>
        app.inject({
          method: 'POST',
          url,
          headers: { ...(init.headers as Record<string, string>), ...headers },
          payload: String(init.body),
        });
      if (fate === 'twice') await deliver();
      const answer = await deliver();
      if (fate === 'lost-after') throw new TypeError('lost on the way back');
      return new Response(answer.body, { status: answer.statusCode });
    };

  const syncAt = (store: CrewStore, fetch: Fetch, nowMs: number, onShut?: () => void) =>
    createCrewSync({ store, fetch, now: () => nowMs, locks: null, onShut }).syncNow();

  const readShown = (store: CrewStore) =>
    new Promise<ShownSheet | undefined>((resolve, reject) => {
      const stop = watchSheet(
        store,
        (sheet) => {
          stop();
          resolve(sheet);
        },
        reject,
      );
    });

  /** Signs in, reads the sheet, and records a whole visit without a connection. */
  const offlineDay = async () => {
    const world = await start();
    const store = openCrewStore(world.crew.id);
    await syncAt(store, fetchAs(world.desk, world.crew), TUESDAY_8);
    const visit = (await readShown(store))?.days[0]?.visits[0];
    if (visit === undefined) throw new Error('the visit is not on the sheet');
    const outcomes = visit.request.services.map((service) => ({
      service,
      outcome: 'done' as const,
      reason: '',
    }));
    await queueCrewCommand(store, visit, { name: 'start-travel' }, TUESDAY_8);
    await queueCrewCommand(
      store,
      visit,
      { name: 'arrive-at-home', proof: { kind: 'number', number: visit.number } },
      TUESDAY_8 + UNDO_MS,
    );
    await queueCrewCommand(
      store,
      visit,
      { name: 'record-visit', outcomes, lacking: [], nextVisit: 'not-needed', note: 'Lancar' },
      TUESDAY_8 + 2 * UNDO_MS,
    );
    return { ...world, store };
  };

  test('send a day recorded offline whole in the evening, despite loss and repetition, and the resident sees it', async () => {
    const { desk, crew, store } = await offlineDay();
    desk.setClock(EVENING);
    const fates = ['lost-before', 'lost-after', 'twice', 'lost-after', 'twice'];
    const fetch = fetchAs(desk, crew, fates);
    for (let turn = 0; turn < 6; turn += 1) await syncAt(store, fetch, EVENING);
    expect(fates).toEqual([]);
    expect(await store.outbox.count()).toBe(0);
    expect(await store.refused.count()).toBe(0);
    expect((await desk.rowsOf('a'))[0]).toMatchObject({
      state: 'closed',
      visit: { outcomes: [{ outcome: 'done' }] },
    });
    expect((await readShown(store))?.days[0]?.visits[0]).toMatchObject({ state: 'closed', pending: [] });
  });

  test("refuse to send under another person's session", async () => {
    const { desk, store, id } = await offlineDay();
    const other = await desk.signIn('crew', { unit: 'unit-1' });
    let isShut = false;
    await syncAt(store, fetchAs(desk, other), EVENING, () => {
      isShut = true;
    });
    expect(isShut).toBe(true);
    expect(await store.outbox.count()).toBe(3);
    expect((await desk.rowsOf('a'))[0]).toMatchObject({ id, state: 'scheduled' });
  });
});
