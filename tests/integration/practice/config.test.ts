import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import { addDays, localDateAt } from '../../../src/domain/calendar/local-date';
import type { CityChoices } from '../../../src/domain/city/configure-city';
import type { StaffId } from '../../../src/domain/staff/role';
import { saveCityConfig } from '../../../src/server/commands/city/save-city-config';
import { openPracticeContext } from '../../../src/server/practice/practice-context';
import { generationFolder, readRunning } from '../../../src/server/practice/practice-folder';
import { ownChoices } from '../../../src/server/start/own-choices';
import { startDatabases } from '../../support/databases';
import { followingCity } from '../../support/following-city';
import { openPractice, type TestPractice } from '../../support/practice';
import { makeStaffApp, type StaffApp } from '../../support/staff-app';
import { MONDAY_9 } from '../../support/test-server';

type Answer = { readonly revision: number; readonly config: CityChoices | null };

describe('practice in a city with its own configuration', () => {
  const databases = startDatabases('sqlite');
  let real: StaffApp;
  let practice: TestPractice;
  beforeAll(async () => {
    const app = await makeStaffApp(databases);
    real = { ...app, context: followingCity(app.context) };
    practice = await openPractice(undefined, undefined, 0, () => ownChoices(real.context));
  });
  afterAll(async () => {
    await practice.remove();
    await real.close();
    await databases.stop();
  });

  const cityOf = async (url: string): Promise<Answer> => (await fetch(`${url}/api/city`)).json();
  const realRevisions = async () =>
    real.context.db.selectFrom('city_configs').select(['revision', 'config_json', 'changed_by']).execute();

  /** Saves as the real city's admin, from the present configuration. */
  async function save(change: (config: CityChoices) => object): Promise<void> {
    const now = (await ownChoices(real.context)) ?? { settings: metro.settings, catalogue: metro.catalogue };
    const config = parseCityConfig(JSON.parse(JSON.stringify({ ...now, ...change(now) })));
    if (config === undefined) throw new Error('The configuration of the test has the wrong shape');
    const revision = real.context.cityRevision?.() ?? 0;
    const staff = { id: randomUUID() as StaffId, address: 'uji' };
    const saved = await saveCityConfig(real.context, { revision, config, by: 'Admin', note: '', staff });
    expect(saved.ok).toBe(true);
  }

  test('is in the built-in city while nothing is set', async () => {
    expect(await practice.control.start()).toMatchObject({ isRunning: true, isAsBuilt: false });
    expect(await cityOf(await practice.url())).toEqual({ revision: 0, config: null });
  });

  test('takes on by a reset what the city has set: services, units with their crews, numbers to call', async () => {
    await save(({ settings, catalogue }) => ({
      settings: {
        ...settings,
        units: settings.units.map((unit) => ({ ...unit, name: `${unit.name} Baru` })),
        contacts: [{ label: 'Meja kota', phone: '+62811000001' }],
      },
      catalogue: { ...catalogue, packages: catalogue.packages.slice(0, 1) },
    }));
    const before = await realRevisions();
    // The running practice city stays as it is until somebody resets it.
    expect(await cityOf(await practice.url())).toEqual({ revision: 0, config: null });
    const { people, isAsBuilt } = await practice.control.reset();
    expect(isAsBuilt).toBe(false);
    expect(people.map(({ name }) => name)).toContain('Petugas Latihan Unit 1 Baru');
    const { revision, config } = await cityOf(await practice.url());
    expect(revision).toBe(1);
    expect(config).toEqual(JSON.parse(JSON.stringify(await ownChoices(real.context))));
    expect(config?.settings.contacts).toEqual([{ label: 'Meja kota', phone: '+62811000001' }]);
    expect(config?.catalogue.packages).toHaveLength(1);
    expect(await realRevisions()).toEqual(before);
  });

  test('keeps what is set in practice to itself', async () => {
    const before = await realRevisions();
    const generation = readRunning(practice.folder)?.generation ?? '';
    const lesson = await openPracticeContext(generationFolder(practice.folder, generation), {
      city: metro,
      logger: pino({ level: 'silent' }),
      clock: () => MONDAY_9,
    });
    await lesson.context.refreshCity?.(lesson.context.db);
    const { settings, catalogue } = lesson.context.city;
    const config = parseCityConfig(JSON.parse(JSON.stringify({ settings, catalogue })));
    if (config === undefined) throw new Error('the practice city has no configuration');
    const changed = { ...config, settings: { ...config.settings, travelMinutes: 1 } };
    const staff = { id: randomUUID() as StaffId, address: 'uji' };
    const save = { revision: 1, config: changed, by: 'Latihan', note: '', staff };
    expect(await saveCityConfig(lesson.context, save)).toMatchObject({ ok: true });
    await lesson.close();
    expect((await cityOf(await practice.url())).config?.settings.travelMinutes).toBe(1);
    expect(await realRevisions()).toEqual(before);
    await practice.control.reset();
    const anew = await cityOf(await practice.url());
    expect(anew.config?.settings.travelMinutes).toBe(metro.settings.travelMinutes);
    await practice.control.stop();
    expect(await realRevisions()).toEqual(before);
  });

  test('is in the built-in city where the real one has no room, and says so', async () => {
    await save(({ settings }) => ({
      settings: {
        ...settings,
        // Forty days on which no unit drives.
        holidays: Array.from({ length: 40 }, (_, day) => ({
          date: addDays(localDateAt(MONDAY_9, settings.utcOffsetMinutes), day),
          name: 'Contoh libur',
        })),
      },
    }));
    expect(await practice.control.start()).toMatchObject({ isRunning: true, isAsBuilt: true });
    expect(await cityOf(await practice.url())).toEqual({ revision: 0, config: null });
  });
});
