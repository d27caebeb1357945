import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import type { CitySettings } from '../../../src/domain/city/city';
import type { StaffId } from '../../../src/domain/staff/role';
import { saveCityConfig } from '../../../src/server/commands/city/save-city-config';
import { loadCity } from '../../../src/server/db/city/load-city';
import { cityAnswerOf, configFileOf, previewConfig } from '../../../src/server/queries/city/city-config';
import { engines, startDatabases } from '../../support/databases';
import { followingCity } from '../../support/following-city';
import { submit, testServer } from '../../support/test-server';

function configWith(settings: Partial<CitySettings>) {
  const config = { settings: { ...metro.settings, ...settings }, catalogue: metro.catalogue };
  const read = parseCityConfig(JSON.parse(JSON.stringify(config)));
  if (read === undefined) throw new Error('The configuration of the test has the wrong shape');
  return read;
}

const by = { by: 'a', staff: { id: randomUUID() as StaffId, address: 'uji' } };

describe.each(engines)('the configuration of the city on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(() => databases.stop());

  async function start() {
    const server = await testServer(await (await databases.create()).open());
    await loadCity(server.context.db, metro, server.context.clock());
    const context = followingCity(server.context);
    const send = async (changes: object = {}) => {
      const command = submit(changes);
      await server.send('phone', command);
      return command.bookingId;
    };
    const rowOf = async (id: string) => (await server.rowsOf('phone')).find((row) => row.id === id);
    return { server, context, send, rowOf };
  }

  it('is the built-in one until one is saved, then the saved one in every process', async () => {
    const { server, context } = await start();
    const other = followingCity(server.context);
    expect(cityAnswerOf(context)).toEqual({ revision: 0, config: null });
    const config = configWith({ travelMinutes: 25 });
    const result = await saveCityConfig(context, {
      revision: 0,
      config,
      ...by,
      by: 'Admin Contoh',
      note: 'jarak',
    });
    expect(result).toEqual({ ok: true, saved: { revision: 1, moved: 0, waiting: 0 } });
    await other.refreshCity?.(other.db);
    expect(other.city.settings.travelMinutes).toBe(25);
    const file = await configFileOf(other);
    expect(file.revision).toBe(1);
    expect(file.history).toMatchObject([{ revision: 1, by: 'Admin Contoh', note: 'jarak' }]);
  });

  it('is refused where it was edited from an older revision or has faults, and nothing of it is kept', async () => {
    const { context } = await start();
    const save = (revision: number, settings: Partial<CitySettings>) =>
      saveCityConfig(context, { revision, config: configWith(settings), ...by, note: '' });
    expect(await save(0, { units: [] })).toEqual({ ok: false, problem: 'config-not-valid' });
    expect(await save(0, { leadDays: 2 })).toMatchObject({ ok: true });
    expect(await save(0, { leadDays: 3 })).toEqual({ ok: false, problem: 'config-changed' });
    await context.refreshCity?.(context.db);
    expect(context.city.settings.leadDays).toBe(2);
    expect((await configFileOf(context)).history).toHaveLength(1);
  });

  it('names before saving the visits that lose their window, and reschedules them when saved', async () => {
    const { context, send, rowOf } = await start();
    const id = await send();
    const before = await rowOf(id);
    const date = before?.scheduled?.date;
    if (date === undefined) throw new Error('the visit got no date');
    const config = configWith({ closures: [{ date, reason: 'Hari kerja bakti' }] });
    const preview = await previewConfig(context, config);
    expect(preview).toMatchObject({ faults: [], effects: [{ id, why: 'window-gone' }], kept: 0 });
    expect((await rowOf(id))?.scheduled?.date).toBe(date);
    const result = await saveCityConfig(context, { revision: 0, config, ...by, note: '' });
    expect(result).toEqual({ ok: true, saved: { revision: 1, moved: 1, waiting: 0 } });
    const after = await rowOf(id);
    expect(after?.state).toBe('scheduled');
    expect(after?.scheduled?.date).not.toBe(date);
  });

  it('puts a visit on the waiting list when no other window suits its preferences', async () => {
    const { context, send, rowOf } = await start();
    const first = (await rowOf(await send()))?.scheduled;
    if (first === undefined) throw new Error('the visit got no date');
    const preferred = { date: first.date, window: first.window };
    const id = await send({ preferences: [preferred] });
    const config = configWith({ closures: [{ date: first.date, reason: 'Banjir' }] });
    const result = await saveCityConfig(context, { revision: 0, config, ...by, note: '' });
    expect(result).toMatchObject({ ok: true, saved: { moved: 1, waiting: 1 } });
    const lost = await rowOf(id);
    expect(lost?.state).toBe('waiting');
    // The resident may choose another window at once: the free ones nearest to the lost day, and none on that
    // day.
    const offered = lost?.waiting?.alternatives ?? [];
    expect(offered).toHaveLength(3);
    expect(offered.map(({ date }) => date)).not.toContain(first.date);
    expect(lost?.waiting?.readAt).toBe(new Date(context.clock()).toISOString());
  });

  it('accepts a request for a package that no longer exists, without the package', async () => {
    const { send, rowOf } = await start();
    const [pkg] = metro.catalogue.packages;
    const services = pkg?.services ?? [];
    expect(await rowOf(await send({ services, packageId: pkg?.id }))).toMatchObject({ packageId: pkg?.id });
    const row = await rowOf(await send({ services, packageId: 'paket-lama' }));
    expect(row).toMatchObject({ services });
    expect(row?.packageId).toBeUndefined();
  });

  it('is never changed once it is saved', async () => {
    const { context } = await start();
    await saveCityConfig(context, { revision: 0, config: configWith({}), ...by, note: '' });
    await expect(context.db.updateTable('city_configs').set({ note: 'lain' }).execute()).rejects.toThrow(
      'never changed',
    );
    await expect(context.db.deleteFrom('city_configs').execute()).rejects.toThrow('never changed');
  });
});
