import 'fake-indexeddb/auto';
import { afterAll, describe, expect, test } from 'vitest';
import { GENERATION_HEADER } from '../../../src/contract/generation';
import { applyCrewSync } from '../../../src/offline/crew/apply-crew-sync';
import { createCrewSync } from '../../../src/offline/crew/create-crew-sync';
import { readCrewKey } from '../../../src/offline/crew/crew-key';
import { type CrewStore, openCrewStore } from '../../../src/offline/crew/crew-store';
import { type NewCrewCommand, queueCrewCommand, UNDO_MS } from '../../../src/offline/crew/queue-command';
import { KEPT_SENT_MS } from '../../../src/offline/crew/sent-commands';
import type { ShownVisit } from '../../../src/offline/crew/shown-sheet';
import { watchSheet } from '../../../src/offline/crew/watch-sheet';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { runCommand } from '../../../src/server/commands/run/run-command';
import { engines, startDatabases } from '../../support/databases';
import { PAGI } from '../../support/desk';
import { type PutBackCity, startPutBackCity } from '../../support/put-back-city';
import { type SignedInMember, signInAs } from '../../support/staff';
import { MONDAY_9, submit } from '../../support/test-server';

const instantOf = (atMs: number) => new Date(atMs).toISOString();
const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');

describe.each(engines)("a crew's phone and a desk page over a restored database on %s", (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  const syncAt = (store: CrewStore, city: PutBackCity, crew: SignedInMember, nowMs: number) => {
    // The browser adds the cookie, and none of it is the phone's own.
    const fetch: Fetch = (url, init) =>
      city.fetch(url, { ...init, headers: { ...(init.headers as object), ...crew.headers } });
    city.setClock(nowMs);
    return createCrewSync({ store, fetch, now: () => nowMs, locks: null }).syncNow();
  };

  const visitsOf = (store: CrewStore) =>
    new Promise<readonly ShownVisit[]>((resolve, reject) => {
      const stop = watchSheet(
        store,
        (sheet) => {
          stop();
          resolve(sheet?.days[0]?.visits ?? []);
        },
        reject,
      );
    });

  /** Two visits on a crew's sheet, and a backup made after the crew has left for the first. */
  async function startDay() {
    const city = await startPutBackCity(databases, MONDAY_9);
    const context = city.context();
    const commands = [submit({ preferences: [PAGI] }), submit({ preferences: [PAGI] })];
    for (const command of commands) {
      expect(await runCommand(context, 'a', command)).toMatchObject({ outcome: 'done' });
    }
    city.setClock(TUESDAY_8);
    const { unit } = await context.db.selectFrom('reservations').select('unit').executeTakeFirstOrThrow();
    const crew = await signInAs(context, 'crew', { unit });
    const store = openCrewStore(crew.id);
    await syncAt(store, city, crew, TUESDAY_8);
    const [first, second] = await visitsOf(store);
    if (first === undefined || second === undefined) throw new Error('the visits are not on the sheet');
    let nowMs = TUESDAY_8;
    const record = async (visit: ShownVisit, command: NewCrewCommand) => {
      await queueCrewCommand(store, visit, command, nowMs);
      nowMs += 2 * UNDO_MS;
      expect(await syncAt(store, city, crew, nowMs)).toMatchObject({ refused: 0 });
      expect(await store.outbox.count()).toBe(0);
    };
    await record(first, { name: 'start-travel' });
    await city.backUp();
    return { city, crew, store, first, second, record, now: () => nowMs };
  }

  const doneAt = ({ request }: ShownVisit): NewCrewCommand => ({
    name: 'record-visit',
    outcomes: request.services.map((service) => ({ service, outcome: 'done', reason: '' })),
    lacking: [],
    nextVisit: 'not-needed',
    note: 'Lancar',
  });

  const statesIn = async (city: PutBackCity) => {
    const rows = await city.context().db.selectFrom('bookings').select('state').execute();
    return rows.map(({ state }) => state).sort();
  };

  test('records since the backup are done again, in their order, and once', async () => {
    const { city, crew, store, first, second, record, now } = await startDay();
    await record(first, { name: 'arrive-at-home', proof: { kind: 'number', number: first.number } });
    await record(first, doneAt(first));
    await record(second, { name: 'start-travel' });
    await record(second, { name: 'add-note', text: 'Pagar biru' });
    await city.putBack();
    expect(await statesIn(city)).toEqual(['departed', 'scheduled']);
    // The day goes on without a connection.
    await queueCrewCommand(
      store,
      second,
      { name: 'arrive-at-home', proof: { kind: 'number', number: second.number } },
      now(),
    );
    expect(await syncAt(store, city, crew, now() + 2 * UNDO_MS)).not.toHaveProperty('failure', 'server');
    expect(await store.outbox.count()).toBe(0);
    expect(await store.refused.count()).toBe(0);
    expect(await statesIn(city)).toEqual(['arrived', 'closed']);
    const notes = (await visitsOf(store)).flatMap((visit) => visit.notes.map(({ note }) => note));
    expect(notes.filter((note) => note === 'Pagar biru')).toHaveLength(1);
    expect(await store.meta.get('put-back')).toMatchObject({ count: 5 });
    store.close();
    await city.stop();
  });

  test('a sheet from before a restore is read whole, though its cursor is one of the new life', async () => {
    const { city, crew, store, first, second, now } = await startDay();
    await city.putBack();
    const ends = { cancelled_by: 'desk', state: 'cancelled' } as const;
    await city.context().db.updateTable('bookings').set(ends).where('id', '=', second.id).execute();
    await syncAt(store, city, crew, now());
    const shown = await visitsOf(store);
    expect(shown.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        [first.id, 'departed'],
        [second.id, 'cancelled'],
      ]),
    );
    store.close();
    await city.stop();
  });

  test('what was sent is kept for two days', async () => {
    const { city, store, now } = await startDay();
    expect(await store.sent.count()).toBe(1);
    // By the server's clock: the crew's session is over long before.
    const hear = async (atMs: number) =>
      applyCrewSync(store, await readCrewKey(store), { results: [], serverTime: instantOf(atMs) }, 0);
    await hear(now() + KEPT_SENT_MS);
    expect(await store.sent.count()).toBe(1);
    await hear(now() + KEPT_SENT_MS + 1);
    expect(await store.sent.count()).toBe(0);
    store.close();
    await city.stop();
  });

  test('the desk decides nothing on a page from before, though the revision is the same', async () => {
    const { city, second } = await startDay();
    const desk = await signInAs(city.context(), 'coordinator');
    const read = await city.app().inject({ url: `/api/staff/bookings/${second.id}`, headers: desk.headers });
    const generation = String(read.headers[GENERATION_HEADER]);
    await city.backUp();
    await city.putBack();
    const command = {
      id: crypto.randomUUID(),
      madeAt: new Date(TUESDAY_8).toISOString(),
      name: 'cancel-visit',
      bookingId: second.id,
      revision: read.json().booking.revision,
      reason: 'Mobil rusak',
    };
    const send = (known: string) =>
      city.app().inject({
        method: 'POST',
        url: '/api/staff/commands',
        headers: { ...desk.headers, [GENERATION_HEADER]: known },
        payload: { commands: [command] },
      });
    const refused = await send(generation);
    expect(refused.json()).toMatchObject({ status: 409, code: 'data-put-back' });
    expect(await statesIn(city)).toEqual(['departed', 'scheduled']);
    const now = String(refused.headers[GENERATION_HEADER]);
    expect((await send(now)).json()).toMatchObject({ results: [{ outcome: 'done' }] });
    await city.stop();
  });
});
