import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { parseCityConfig } from '../../../src/contract/city-config';
import type { ConfigFile } from '../../../src/contract/staff/config';
import { checkCity } from '../../../src/domain/city/check-city';
import { type CityChoices, configureCity } from '../../../src/domain/city/configure-city';
import { cityFaultLines } from '../../../src/web/staff/set-up/apply/city-fault-words';
import type { CityDraft } from '../../../src/web/staff/set-up/draft/config-draft';
import { contestedSections, rebaseDraft } from '../../../src/web/staff/set-up/draft/rebase-draft';
import { changedSections, restoreSection } from '../../../src/web/staff/set-up/draft/sections';

/** A copy of the city's own configuration, which a test may change. */
function draftOf(change: (config: CityDraft) => void = () => undefined): CityDraft {
  const config: CityDraft = JSON.parse(
    JSON.stringify({ settings: metro.settings, catalogue: metro.catalogue }),
  );
  change(config);
  return config;
}

function fileOf(revision: number, config: CityDraft): ConfigFile {
  const read = parseCityConfig(config);
  if (read === undefined) throw new Error('the draft is no configuration');
  return { revision, config: read as ConfigFile['config'], history: [] };
}

const HOLIDAY = { date: '2027-03-10', name: 'Contoh' };
const RAMADAN = { name: 'Ramadan', from: '2027-02-08', to: '2027-03-09', start: '09:00', end: '11:00' };

describe('the faults of a city', () => {
  const BROKEN: readonly (readonly [string, (config: CityDraft) => void])[] = [
    ['time', ({ settings }) => settings.windows.splice(0)],
    ['time', ({ settings: { windows } }) => Object.assign(windows[0] ?? {}, { start: '23:00' })],
    [
      'time',
      ({ settings: { windows } }) =>
        Object.assign(windows[0] ?? {}, { onDates: [{ ...RAMADAN, to: '2027-02-07' }] }),
    ],
    ['time', ({ settings: { windows } }) => Object.assign(windows[0] ?? {}, { onDates: [RAMADAN, RAMADAN] })],
    ['time', ({ settings }) => Object.assign(settings, { keptShare: 1 })],
    ['time', ({ settings }) => Object.assign(settings, { horizonDays: 1, leadDays: 9 })],
    ['time', ({ settings }) => Object.assign(settings, { promiseWorkingDays: 0 })],
    ['units', ({ settings }) => settings.units.push(...settings.units.slice(0, 1))],
    ['units', ({ settings: { units } }) => Object.assign(units[0] ?? {}, { equipment: [] })],
    ['units', ({ settings: { units } }) => Object.assign(units[0] ?? {}, { programmes: [] })],
    ['units', ({ settings: { units } }) => Object.assign(units[1] ?? {}, { programmes: ['lain'] })],
    ['units', ({ settings: { units } }) => Object.assign(units[0] ?? {}, { programmes: ['nasi-ketan'] })],
    ['services', ({ settings }) => settings.programmes?.splice(1)],
    ['programmes', ({ settings }) => Object.assign(settings.programmes?.[1] ?? {}, { first: 'kk' })],
    ['programmes', ({ settings }) => settings.programmes?.push(...settings.programmes.slice(0, 1))],
    ['packages', ({ catalogue: { packages } }) => packages[0]?.services.push('nib')],
    ['rota', ({ settings }) => settings.rota.splice(0)],
    ['rota', ({ settings: { rota } }) => Object.assign(rota[0] ?? {}, { areas: [] })],
    ['rota', ({ settings: { rota } }) => Object.assign(rota[0] ?? {}, { windows: [] })],
    ['rota', ({ settings: { rota } }) => Object.assign(rota[0] ?? {}, { unit: 'unit-9' })],
    ['holidays', ({ settings }) => settings.holidays.push(HOLIDAY, HOLIDAY)],
    ['holidays', ({ settings }) => settings.holidays.push({ date: '2026-02-31', name: 'Contoh' })],
    [
      'closures',
      ({ settings }) => settings.closures.push({ date: '2026-12-01', reason: 'Contoh', unit: 'unit-9' }),
    ],
    ['services', ({ catalogue: { services } }) => Object.assign(services[0] ?? {}, { minutes: 0 })],
    ['services', ({ catalogue: { services } }) => Object.assign(services[0]?.standard ?? {}, { biaya: '' })],
    ['services', ({ catalogue }) => catalogue.requirements.splice(0, 1)],
    ['packages', ({ catalogue }) => catalogue.services.splice(0, 1)],
    ['packages', ({ catalogue: { packages } }) => Object.assign(packages[0] ?? {}, { services: ['lain'] })],
    ['packages', ({ catalogue: { packages } }) => Object.assign(packages[0] ?? {}, { summary: '' })],
    ['packages', ({ catalogue: { packages } }) => Object.assign(packages[0] ?? {}, { referrals: ['lain'] })],
    ['packages', ({ catalogue: { packages } }) => packages[0]?.services.push('kk')],
    ['packages', ({ catalogue: { packages } }) => packages[3]?.services.push('ktp-perekaman')],
    ['packages', ({ catalogue: { packages } }) => packages[0]?.known?.push({ question: 'lain', is: true })],
    [
      'packages',
      ({ catalogue: { packages } }) => packages[0]?.known?.push({ question: 'kk-berubah', is: true }),
    ],
    [
      'services',
      ({ catalogue: { services } }) =>
        Object.assign(services[0]?.standard.persyaratan[0] ?? {}, { madeBy: 'lain' }),
    ],
    ['packages', ({ catalogue: { packages } }) => packages[3]?.choice?.options.splice(1)],
    ['packages', ({ catalogue: { packages } }) => Object.assign(packages[3]?.choice ?? {}, { text: '' })],
    ['packages', ({ catalogue: { packages } }) => packages.push(...packages.slice(0, 1))],
    ['questions', ({ catalogue: { questions } }) => questions.push({ id: 'baru', text: 'Apakah ada?' })],
    ['questions', ({ catalogue: { questions } }) => questions.push(...questions.slice(0, 1))],
    ['questions', ({ catalogue: { questions } }) => Object.assign(questions[0] ?? {}, { text: '' })],
    ['questions', ({ catalogue: { questions } }) => questions.reverse()],
    ['referrals', ({ catalogue: { referrals } }) => Object.assign(referrals[0] ?? {}, { whereToGo: '' })],
    ['services', ({ catalogue }) => catalogue.requirements.push(...catalogue.requirements.slice(0, 1))],
    ['services', ({ catalogue: { services } }) => services.push(...services.slice(0, 1))],
  ];

  it.each(BROKEN)('of the section %s are said in the words of the screen (%#)', (section, change) => {
    const config = draftOf(change);
    const faults = checkCity(configureCity(metro, config as unknown as CityChoices));
    const lines = cityFaultLines(faults, config, metro, (id) => id);
    expect(lines.map((line) => line.section)).toContain(section);
    expect(lines.filter((line) => line.section === undefined)).toEqual([]);
  });

  it('name things, not ids', () => {
    const config = draftOf(({ settings: { rota } }) => Object.assign(rota[0] ?? {}, { areas: [] }));
    const faults = ['rota of unit-1 on weekday 1: no areas'];
    const [line] = cityFaultLines(faults, config, metro, (id, values) => `${id} ${values?.unit ?? ''}`);
    expect(line?.words).toBe('set-up.check.rotaAreas Unit 1');
  });

  it('link to the field of the thing they name', () => {
    const faults = [
      'question ktp-rusak asks nothing: its text is empty',
      'package lansia-lengkap: its choice has fewer than two answers',
      'referral skck does not say where to go',
      'question kk-hilang is asked by no service',
      'question ktp-rusak hangs on question ktp-hilang, which does not stand before it',
      'package bayi-lahir: answer 1 is to a question answered already: kk-berubah',
      'service kia: paper 0 is made by lain, which is no other service',
      'the rota is empty',
    ];
    const lines = cityFaultLines(faults, draftOf(), metro, (id) => id);
    expect(lines.map(({ to }) => to)).toEqual([
      '/pengaturan/pertanyaan/ktp-rusak#catalogue.questions.1.text',
      '/pengaturan/paket/lansia-lengkap#catalogue.packages.3.choice.text',
      '/pengaturan/rujukan/skck#catalogue.referrals.1.whereToGo',
      '/pengaturan/pertanyaan/kk-hilang',
      '/pengaturan/pertanyaan/ktp-rusak#catalogue.questions.1.when',
      '/pengaturan/paket/bayi-lahir#catalogue.packages.0.known.1.question',
      '/pengaturan/layanan/kia#catalogue.services.2.standard.persyaratan.0.madeBy',
      '/pengaturan/jadwal',
    ]);
  });
});

describe('a draft rebased on the saved configuration', () => {
  const base = draftOf();
  const mine = draftOf(({ settings, catalogue }) => {
    settings.leadDays = 3;
    Object.assign(catalogue.services[0] ?? {}, { minutes: 77 });
    catalogue.referrals.splice(0, 1);
  });
  const draft = { revision: 4, base, config: mine };

  it('has the changes of both, merged entry by entry in the catalogue', () => {
    const theirs = draftOf(({ settings, catalogue }) => {
      settings.travelMinutes = 25;
      Object.assign(catalogue.services[1] ?? {}, { minutes: 88 });
    });
    const next = rebaseDraft(draft, fileOf(5, theirs));
    expect(next).toMatchObject({ revision: 5, base: theirs });
    expect(next.config.settings).toMatchObject({ leadDays: 3, travelMinutes: 25 });
    expect(next.config.catalogue.services.slice(0, 2).map(({ minutes }) => minutes)).toEqual([77, 88]);
    expect(next.config.catalogue.referrals).toEqual(base.catalogue.referrals.slice(1));
    expect(contestedSections(draft, fileOf(5, theirs))).toEqual(['time', 'services']);
    expect(changedSections(base, mine)).toEqual(['time', 'services', 'referrals']);
  });

  it('keeps the order of the draft, with new entries last', () => {
    const reordered = draftOf(({ catalogue: { packages } }) => packages.unshift(...packages.splice(2, 1)));
    const theirs = draftOf(({ catalogue: { packages } }) => {
      packages.splice(1, 1);
      packages.push({ id: 'baru', name: 'Baru', summary: 'Contoh.', services: ['kk'], referrals: [] });
    });
    const { config } = rebaseDraft({ revision: 4, base, config: reordered }, fileOf(5, theirs));
    expect(config.catalogue.packages.map(({ id }) => id)).toEqual([
      'pindah-rumah',
      'bayi-lahir',
      'lansia-lengkap',
      'mulai-usaha',
      'dokumen-hilang',
      'baru',
    ]);
  });

  it('keeps an edited entry that somebody removed, and drops an office that was removed', () => {
    const theirs = draftOf(({ settings, catalogue }) => {
      catalogue.services.splice(0, 1);
      delete settings.office;
    });
    const { config } = rebaseDraft(draft, fileOf(5, theirs));
    expect(config.catalogue.services.at(-1)?.minutes).toBe(77);
    expect('office' in config.settings).toBe(false);
  });

  it('restores a section', () => {
    const restored = restoreSection(mine, base, 'services');
    expect(changedSections(base, restored)).toEqual(['time', 'referrals']);
    const both = restoreSection(restoreSection(restored, base, 'time'), base, 'referrals');
    expect(changedSections(base, both)).toEqual([]);
  });
});
