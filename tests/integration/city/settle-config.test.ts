import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import type { CitySettings } from '../../../src/domain/city/city';
import type { StaffId } from '../../../src/domain/staff/role';
import { saveCityConfig } from '../../../src/server/commands/city/save-city-config';
import { runCommand } from '../../../src/server/commands/run/run-command';
import { loadCity } from '../../../src/server/db/city/load-city';
import { readUnsettled } from '../../../src/server/db/city/unsettled-configs';
import { promoteWaiting } from '../../../src/server/jobs/capacity/promote-waiting';
import { changesSince } from '../../../src/server/queries/booking/changes-since';
import { settleConfig } from '../../../src/server/steps/capacity/settle-config';
import { engines, startDatabases } from '../../support/databases';
import { followingCity } from '../../support/following-city';
import { cancel, submit, testServer } from '../../support/test-server';

/** Settled in one transaction. */
const AT_ONCE = 10;
const by = { by: 'a', note: '', staff: { id: randomUUID() as StaffId, address: 'uji' } };

function configWith(settings: Partial<CitySettings>) {
  const config = { settings: { ...metro.settings, ...settings }, catalogue: metro.catalogue };
  const read = parseCityConfig(JSON.parse(JSON.stringify(config)));
  if (read === undefined) throw new Error('The configuration of the test has the wrong shape');
  return read;
}

describe.each(engines)('what a new configuration leaves to do, on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(() => databases.stop());

  async function start() {
    const place = await databases.create();
    const server = await testServer(await place.open());
    await loadCity(server.context.db, metro, server.context.clock());
    const context = followingCity(server.context);
    const city = context.city.code;
    const send = async (count: number) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        // The built-in city would offer other windows than the one in force.
        const command = submit();
        await context.refreshCity?.(context.db);
        const result = await runCommand(context, `phone ${command.bookingId}`, command);
        expect(result).toMatchObject({ outcome: 'done' });
        ids.push(command.bookingId);
      }
      return ids;
    };
    return {
      server,
      context,
      send,
      /** A process with its own connection, which knows nothing but the database. */
      otherProcess: async () => followingCity({ ...server.context, ...(await place.open()) }),
      save: (revision: number, settings: Partial<CitySettings>, slices?: number) =>
        saveCityConfig(context, { revision, config: configWith(settings), ...by }, slices),
      statesOf: async (ids: readonly string[]) => {
        const rows = await context.db
          .selectFrom('bookings')
          .select(['id', 'state'])
          .where('city', '=', city)
          .execute();
        const states = new Map<string, string>(rows.map(({ id, state }) => [id, state]));
        return ids.map((id) => states.get(id));
      },
      promotions: async () => {
        const rows = await context.db
          .selectFrom('events')
          .select('booking_id')
          .where('city', '=', city)
          .where('action', '=', 'promote')
          .orderBy('change_number')
          .execute();
        return rows.map(({ booking_id }) => booking_id as string);
      },
      rowOf: async (id: string) =>
        (await changesSince(context, `phone ${id}`, null)).changes.find((row) => row.id === id),
      readsOf: async (id: string, cursor: Parameters<typeof changesSince>[2]) =>
        changesSince(context, `phone ${id}`, cursor),
      left: () => readUnsettled(context.db, city),
    };
  }

  it('is done some bookings at a time, and by another process after a stop', async () => {
    const { context, send, save, otherProcess, promotions, statesOf, left } = await start();
    expect(await save(0, { horizonDays: metro.settings.leadDays })).toMatchObject({ ok: true });
    const ids = await send(60);
    const waiting = ids.filter((_, at) => at >= 15);
    expect(new Set(await statesOf(waiting))).toEqual(new Set(['waiting']));
    const saved = await save(1, { horizonDays: 28 }, 2);
    expect(saved).toMatchObject({ ok: true, saved: { revision: 2, isUnderWay: true } });
    const first = await promotions();
    expect(first).toHaveLength(AT_ONCE);
    expect(await left()).toMatchObject({ revision: 2, step: 'promote' });
    // The process that saved stops here. Two others, started meanwhile, go on at once.
    const others = [await otherProcess(), await otherProcess()];
    expect(await Promise.all(others.map((other) => settleConfig(other)))).toEqual([true, true]);
    expect(await left()).toBeUndefined();
    const all = await promotions();
    expect(all.slice(0, AT_ONCE)).toEqual(first);
    expect(new Set(all).size).toBe(all.length);
    // In order of submission, each once.
    expect(all).toEqual(ids.filter((id) => all.includes(id)));
    expect(await statesOf(waiting)).toEqual(waiting.map(() => 'scheduled'));
    expect(await promoteWaiting(context)).toBe(0);
  });

  it('takes windows away and offers others, whatever happens between', async () => {
    const { send, save, context, otherProcess, statesOf, rowOf, readsOf, left } = await start();
    const ids = await send(30);
    expect(new Set(await statesOf(ids))).toEqual(new Set(['scheduled']));
    const dates = [...new Set(await Promise.all(ids.map(async (id) => (await rowOf(id))?.scheduled?.date)))];
    const closures = dates.flatMap((date) => (date === undefined ? [] : [{ date, reason: 'Banjir' }]));
    // No other day is offered, so that all of them wait in the end.
    const horizonDays = metro.settings.leadDays + 6;
    const saved = await save(0, { closures, horizonDays }, 1);
    expect(saved).toMatchObject({ ok: true, saved: { waiting: AT_ONCE, isUnderWay: true } });
    expect(await statesOf(ids)).toEqual(ids.map((_, at) => (at < AT_ONCE ? 'waiting' : 'scheduled')));
    const [gone = '', kept = ''] = [ids[25], ids[26]];
    expect(await runCommand(context, `phone ${gone}`, cancel(gone))).toMatchObject({ outcome: 'done' });
    const { cursor } = await readsOf(kept, null);
    // Another configuration follows at once: what the first one left is not forgotten.
    expect(await save(1, { closures, horizonDays, travelMinutes: 21 }, 0)).toMatchObject({ ok: true });
    expect(await settleConfig(await otherProcess())).toBe(true);
    expect(await left()).toBeUndefined();
    const states = await statesOf(ids);
    expect(states[25]).toBe('cancelled');
    for (const [at, id] of ids.entries()) {
      const row = await rowOf(id);
      if (at === 25) continue;
      const isElsewhere = row?.scheduled !== undefined && !dates.includes(row.scheduled.date);
      const isOffered = row?.state === 'waiting' && row.waiting?.readAt !== undefined;
      expect(isElsewhere || isOffered, `${at} ${JSON.stringify(row)}`).toBe(true);
    }
    // Its phone had read everything before.
    expect((await readsOf(kept, cursor)).changes.map(({ id }) => id)).toContain(kept);
  });
});
