import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { CallbackRow } from '../../../src/contract/callback-row';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, staffCommand, startDesk } from '../../support/desk';
import type { SignedInMember } from '../../support/staff';
import { MONDAY_9, submit } from '../../support/test-server';

const DONE = { outcome: 'done' };
const refused = (code: string) => ({ outcome: 'refused', problem: { code } });
const BUDI = { name: 'Budi Contoh', phone: '+6281234567890' };
const PHONE = { authorization: `Device ${'P'.repeat(22)}` };
const OTHER = { authorization: `Device ${'Q'.repeat(22)}` };

const made = () => ({ id: randomUUID() as string, madeAt: '2026-11-23T02:00:00.000Z' });
const ask = (changes: object = {}) => ({
  ...made(),
  name: 'ask-callback',
  callbackId: randomUUID() as string,
  person: BUDI,
  ...changes,
});
const finish = (callbackId: string, outcome: string, rest: object = {}) => ({
  ...made(),
  name: 'finish-callback',
  callbackId,
  outcome,
  ...rest,
});

describe.each(engines)('callbacks on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const me = await desk.signIn('coordinator', { name: 'Contoh Koordinator' });
    /** Makes one sync round of a phone over the wire. */
    const sync = async (commands: readonly object[], cursor: string | null = null, headers = PHONE) => {
      const payload = { version: 1, cursor, commands };
      const answer = await desk.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
      expect(answer.statusCode).toBe(200);
      const { results, callbacks = [], cursor: next } = answer.json();
      return { results, callbacks: callbacks as readonly CallbackRow[], cursor: String(next) };
    };
    const send = async (command: object, who: SignedInMember = me) => {
      const { body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
      return (body.results as readonly unknown[])[0];
    };
    const list = async () => (await desk.get(me, '/api/staff/callbacks')).body.callbacks;
    return { desk, me, sync, send, list };
  };

  test('reach the desk once, however often they are sent, with a promised time and sealed in the database', async () => {
    const { desk, sync, list } = await start();
    const asked = ask({ note: 'Sore saja' });
    const { results, callbacks } = await sync([asked, asked, { ...asked, id: randomUUID() }]);
    expect(results).toMatchObject([DONE, DONE, DONE]);
    // Monday 09.00 plus four opening hours: 2.5 before noon, 1.5 after.
    const promisedBy = '2026-11-23T07:30:00.000Z';
    expect(callbacks).toMatchObject([{ id: asked.callbackId, state: 'asked', promisedBy }]);
    expect(await list()).toEqual([
      {
        id: asked.callbackId,
        ...BUDI,
        note: 'Sore saja',
        askedAt: '2026-11-23T02:00:00.000Z',
        promisedBy,
        isLate: false,
        tries: 0,
      },
    ]);
    desk.setClock(MONDAY_9 + 6 * 3_600_000);
    const evening = await desk.signIn('coordinator');
    const { body } = await desk.get(evening, '/api/staff/callbacks');
    expect(body.callbacks).toMatchObject([{ isLate: true }]);
    expect((await desk.get(evening, '/api/staff/day-plan')).body.counts).toMatchObject({ callbacks: 1 });
    expect((await sync([], null, OTHER)).callbacks).toEqual([]);
    const stored = JSON.stringify(await desk.context.db.selectFrom('callbacks').selectAll().execute());
    for (const secret of ['Budi', '81234567890', 'Sore']) expect(stored).not.toContain(secret);
    const views = await desk.context.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'see-callbacks')
      .execute();
    expect(views).toHaveLength(2);
    expect(views[0]?.detail).toContain(asked.callbackId);
    expect(desk.errors).toEqual([]);
  });

  test('are limited to three open ones for a phone; a withdrawn one makes room and is forgotten', async () => {
    const { desk, sync, list } = await start();
    const three = [ask(), ask(), ask()];
    expect((await sync(three)).results).toMatchObject([DONE, DONE, DONE]);
    const fourth = ask();
    expect((await sync([fourth])).results).toMatchObject([refused('callback-limit-reached')]);
    expect((await sync([ask()], null, OTHER)).results).toMatchObject([DONE]);
    const withdraw = () => ({ ...made(), name: 'withdraw-callback', callbackId: three[0]?.callbackId });
    expect((await sync([withdraw()], null, OTHER)).results).toMatchObject([DONE]);
    expect(await list()).toHaveLength(4);
    const { cursor } = await sync([]);
    const { callbacks, results } = await sync([withdraw(), withdraw()], cursor);
    expect(results).toMatchObject([DONE, DONE]);
    expect(callbacks[0]).toMatchObject({ id: three[0]?.callbackId, state: 'withdrawn' });
    expect(await list()).toHaveLength(3);
    expect((await sync([{ ...fourth, id: randomUUID() }])).results).toMatchObject([DONE]);
    const kept = await desk.context.db
      .selectFrom('callbacks')
      .select('person')
      .where('state', '=', 'withdrawn')
      .execute();
    expect(kept).toEqual([{ person: null }]);
    const [taken] = three;
    expect((await sync([{ ...ask(), callbackId: taken?.callbackId }], null, OTHER)).results).toMatchObject([
      refused('request-not-valid'),
    ]);
  });

  test('reach the desk with a number abroad in its one form', async () => {
    const { sync, list } = await start();
    const { results } = await sync([ask({ person: { ...BUDI, phone: '+8860912345678' } })]);
    expect(results).toMatchObject([DONE]);
    expect(await list()).toMatchObject([{ phone: '+886912345678' }]);
  });

  test('are refused for a name that shows nothing and for an invalid number', async () => {
    const { sync } = await start();
    const wrong = [
      [{ person: { ...BUDI, name: ' \u200b' } }, 'request-not-valid', '/person/name'],
      [{ person: { ...BUDI, phone: '+6280000000000' } }, 'phone-not-valid', '/person/phone'],
      [{ person: { ...BUDI, phone: '+999123456789' } }, 'phone-not-valid', '/person/phone'],
      [{ person: { ...BUDI, phone: '081234567890' } }, 'request-not-valid', '/person/phone'],
      [{ note: 'x'.repeat(201) }, 'request-not-valid', '/note'],
    ] as const;
    for (const [changes, code, pointer] of wrong) {
      const { results } = await sync([ask(changes)]);
      expect(results).toMatchObject([{ outcome: 'refused', problem: { code, pointer } }]);
    }
  });

  test('count the attempts that reach nobody, and tell the phone the end', async () => {
    const { sync, send, list } = await start();
    const asked = ask();
    const { cursor } = await sync([asked]);
    const { callbackId } = asked;
    expect(await send(finish(callbackId, 'not-reached'))).toMatchObject(DONE);
    expect(await send(finish(callbackId, 'not-reached'))).toMatchObject(DONE);
    expect(await list()).toMatchObject([{ tries: 2, triedAt: '2026-11-23T02:00:00.000Z' }]);
    expect(await send(finish(callbackId, 'booked'))).toMatchObject(refused('booking-not-found'));
    expect(await send(finish(callbackId, 'talked'))).toMatchObject(DONE);
    expect(await list()).toEqual([]);
    expect((await sync([], cursor)).callbacks).toMatchObject([{ id: callbackId, state: 'done' }]);
    for (const outcome of ['talked', 'not-reached']) {
      expect(await send(finish(callbackId, outcome))).toMatchObject(refused('callback-not-found'));
    }
  });

  test('become a booking in one step, and stay open when that booking is refused', async () => {
    const { desk, me, sync, send, list } = await start();
    const asked = ask();
    await sync([asked]);
    const { callbackId } = asked;
    const { request } = submit({ preferences: [PAGI] });
    const take = (changes: object) =>
      staffCommand('take-booking', randomUUID(), { request, channel: 'callback', callbackId, ...changes });
    const bad = { ...request, services: ['no-such-service'] };
    expect(await send(take({ request: bad }))).toMatchObject(refused('service-unknown'));
    expect(await send(take({ callbackId: randomUUID() }))).toMatchObject(refused('callback-not-found'));
    expect(await list()).toHaveLength(1);
    const taken = take({});
    expect(await send(taken)).toMatchObject(DONE);
    expect(await list()).toEqual([]);
    const [row] = await desk.context.db.selectFrom('callbacks').selectAll().execute();
    expect(row).toMatchObject({
      state: 'done',
      outcome: 'booked',
      booking_id: taken.bookingId,
      person: null,
    });
    expect((await desk.get(me, `/api/staff/bookings/${taken.bookingId}`)).status).toBe(200);
    const other = ask();
    await sync([other]);
    expect(await send(finish(other.callbackId, 'booked', { bookingId: taken.bookingId }))).toMatchObject(
      DONE,
    );
    expect(desk.errors).toEqual([]);
  });

  test('are for the coordinator only', async () => {
    const { desk, sync, send } = await start();
    const asked = ask();
    await sync([asked]);
    const { request } = submit();
    const kelurahan = await desk.signIn('kelurahan', { areas: [request.place.area] });
    expect((await desk.get(kelurahan, '/api/staff/callbacks')).status).toBe(403);
    expect(await send(finish(asked.callbackId, 'talked'), kelurahan)).toMatchObject(refused('role-forbids'));
    const { callbackId } = asked;
    const take = staffCommand('take-booking', randomUUID(), { request, channel: 'kelurahan', callbackId });
    expect(await send(take, kelurahan)).toMatchObject(refused('role-forbids'));
  });
});
