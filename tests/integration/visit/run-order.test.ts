import { afterAll, describe, expect, test } from 'vitest';
import type { RunOrder } from '../../../src/contract/staff/run-order';
import type { StaffSyncResponse } from '../../../src/contract/staff/run-sheet';
import { engines, startDatabases } from '../../support/databases';
import { type Desk, PAGI, SIANG, staffCommand, startDesk } from '../../support/desk';
import { cancel } from '../../support/test-server';

const TUESDAY_7 = Date.parse('2026-11-24T00:00:00Z');

describe.each(engines)('the order of the run sheet on %s', (engine) => {
  const databases = startDatabases(engine);
  const apps: Desk['app'][] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    await databases.stop();
  });
  /** Makes three visits on Tuesday morning and one in the afternoon, all of one unit. */
  const start = async () => {
    const desk = await startDesk(await (await databases.create()).open());
    apps.push(desk.app);
    const ids: string[] = [];
    for (const choice of [PAGI, PAGI, PAGI, SIANG]) {
      const id = await desk.book(`d${ids.length}`, { preferences: [choice] });
      ids.push(id);
    }
    const placed = await desk.context.db.selectFrom('reservations').select(['unit', 'day']).execute();
    const [unit = ''] = new Set(placed.map((one) => one.unit as string));
    expect(placed).toEqual(ids.map(() => ({ unit, day: PAGI.date })));
    const [a = '', b = '', c = '', d = ''] = ids;
    desk.setClock(TUESDAY_7);
    const now = await desk.signIn('coordinator');
    const crew = await desk.signIn('crew', { unit });
    const order = async (ordered: readonly string[], revision: number, who = now) => {
      const { bookingId: _, ...command } = staffCommand('order-visits', a, {
        unit,
        ...PAGI,
        revision,
        order: ordered,
      });
      const { body } = await desk.post(who, '/api/staff/commands', { commands: [command] });
      const [result] = body.results as { outcome: string; problem?: { code: string } }[];
      return result?.problem?.code ?? result?.outcome;
    };
    const read = async () => {
      const { body, status } = await desk.get(now, `/api/staff/run-order?unit=${unit}&day=2026-11-24`);
      expect(status).toBe(200);
      return (body as unknown as RunOrder).windows.map(({ window, revision, visits }) => ({
        window,
        revision,
        ids: visits.map(({ id }) => id),
      }));
    };
    const sync = async (cursor: string | null) => {
      const { body } = await desk.post(crew, '/api/staff/sync', { version: 1, cursor, commands: [] });
      return body as unknown as StaffSyncResponse;
    };
    return { desk, a, b, c, d, order, read, sync, unit };
  };
  const idsOf = ({ sheet }: StaffSyncResponse) =>
    sheet?.visits.toSorted((one, other) => one.position - other.position).map(({ id }) => id);

  test("reaches the crew as the desk set it, window after window, and is a change for the crew's phone", async () => {
    const { a, b, c, d, order, read, sync } = await start();
    const first = await sync(null);
    expect(idsOf(first)).toEqual([a, b, c, d]);
    expect(first.sheet?.orders?.[0]).toEqual({ date: PAGI.date, revision: 0 });
    expect((await sync(first.cursor)).sheet).toBeNull();
    expect(await order([c, a, b], 0)).toBe('done');
    const second = await sync(first.cursor);
    expect(idsOf(second)).toEqual([c, a, b, d]);
    expect(second.sheet?.orders?.[0]).toEqual({ date: PAGI.date, revision: 1 });
    expect((await sync(second.cursor)).sheet).toBeNull();
    expect(await read()).toEqual([
      { window: 'pagi', revision: 1, ids: [c, a, b] },
      { window: 'siang', revision: 0, ids: [d] },
    ]);
  });

  test('is kept from the first of two who set it at once, and the second is refused', async () => {
    const { a, b, c, order, read } = await start();
    expect((await Promise.all([order([c, b, a], 0), order([b, a, c], 0)])).toSorted()).toEqual([
      'done',
      'order-changed',
    ]);
    const [pagi] = await read();
    expect(pagi?.revision).toBe(1);
    expect(await order([a, b, c], 1)).toBe('done');
    expect((await read())[0]).toEqual({ window: 'pagi', revision: 2, ids: [a, b, c] });
  });

  test('is refused for other visits than the window has, and a later visit stands last', async () => {
    const { desk, a, b, c, d, order, read, unit } = await start();
    expect(await order([c, b, a, d], 0)).toBe('order-changed');
    expect(await order([c, b], 0)).toBe('order-changed');
    expect(await order([c, b, b], 0)).toBe('order-changed');
    expect(await order([c, b, a], 0)).toBe('done');
    desk.setClock(TUESDAY_7 + 1);
    await desk.send('d1', cancel(b));
    expect((await read())[0]?.ids).toEqual([c, a]);
    const me = await desk.signIn('coordinator');
    const revision = (await desk.rowsOf('d3'))[0]?.revision ?? 0;
    const reschedule = staffCommand('move-visit', d, { revision, choice: { ...PAGI, unit } });
    const rescheduled = await desk.post(me, '/api/staff/commands', { commands: [reschedule] });
    expect(rescheduled.body.results).toMatchObject([{ outcome: 'done' }]);
    expect((await read())[0]?.ids).toEqual([c, a, d]);
  });

  test('is not set by a kelurahan', async () => {
    const { desk, a, b, c, order } = await start();
    const kelurahan = await desk.signIn('kelurahan', { areas: ['18.72.01.1001'] });
    expect(await order([c, b, a], 0, kelurahan)).toBe('role-forbids');
  });
});
